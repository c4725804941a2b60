/// A period as it was written.
package indirect enum PeriodSyntax: Hashable, Sendable { case x }
