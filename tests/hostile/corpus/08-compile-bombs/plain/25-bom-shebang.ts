// tries: a shebang and byte order marks
// verdicts: CE WA
// @ts-nocheck
﻿#!/bin/sh
export const solve = () => 1;
