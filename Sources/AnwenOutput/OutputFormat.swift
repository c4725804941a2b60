package import AnwenTypes
