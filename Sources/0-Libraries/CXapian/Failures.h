#ifndef FAILURES_H
#define FAILURES_H

#include <cstdio>
#include <exception>
#include <string>

#include <xapian.h>

#include "include/CXapian.h"

inline void fail(cxapian_failure *failure, cxapian_state state, const char *words) {
  if (!failure) return;
  failure->state = state;
  std::snprintf(failure->words, sizeof failure->words, "%s", words);
}

/// What `body` returns, or `otherwise` with the failure told: no exception leaves this library.
template <typename Result, typename Body>
Result guarded(cxapian_failure *failure, Result otherwise, Body body) noexcept {
  if (failure) *failure = {CXAPIAN_FINE, {0}};
  try {
    return body();
  } catch (const Xapian::DatabaseLockError &error) {
    fail(failure, CXAPIAN_BUSY, error.get_msg().c_str());
  } catch (const Xapian::DatabaseOpeningError &error) {
    fail(failure, CXAPIAN_MISSING, error.get_msg().c_str());
  } catch (const Xapian::DatabaseError &error) {
    fail(failure, CXAPIAN_DAMAGED, error.get_msg().c_str());
  } catch (const Xapian::Error &error) {
    fail(failure, CXAPIAN_OTHER, error.get_msg().c_str());
  } catch (const std::exception &error) {
    fail(failure, CXAPIAN_OTHER, error.what());
  } catch (...) {
    fail(failure, CXAPIAN_OTHER, "something that is no exception was thrown");
  }
  return otherwise;
}

inline std::string string_of(cxapian_text text) {
  return text.count ? std::string(text.bytes, text.count) : std::string();
}

inline cxapian_text text_of(const std::string &text) { return {text.data(), text.size()}; }

#endif
