// libcrypto (Debian: libssl-dev), for the fingerprint of the data in every export.
#include <openssl/evp.h>
