file(REMOVE_RECURSE
  "libherald_language.a"
)
