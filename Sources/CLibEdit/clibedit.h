// The system's libedit, as Swift imports it.
#pragma once
#include <stdio.h>
#include <wchar.h>
#include <histedit.h>
