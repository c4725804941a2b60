package import AnwenTypes
import Glibc

/// The day of the clock, in the machine's time zone. Nothing else reads the clock's day.
package enum LocalDay {
  package static func today() -> CalendarDate {
    var now = time_t()
    var local = unsafe tm()
    // SAFETY: the pointers are to local variables that live through the calls.
    unsafe time(&now)
    // SAFETY: as above.
    unsafe localtime_r(&now, &local)
    let date = unsafe CalendarDate(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
    return date ?? CalendarDate(daysSinceEpoch: 0)
  }
}
