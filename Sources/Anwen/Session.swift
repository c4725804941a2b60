@_exported public import AnwenTypes
