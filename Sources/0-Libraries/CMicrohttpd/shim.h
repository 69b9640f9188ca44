#ifndef COPOLIS_MICROHTTPD_H
#define COPOLIS_MICROHTTPD_H

/* What these two declare belongs to this module or to Glibc, whichever is built first: whoever uses sockets imports both. */
#include <sys/types.h>
#include <sys/socket.h>
#include <stdarg.h>
#include <microhttpd.h>

/// What a daemon is started with. The library takes these as variadic arguments, which Swift cannot pass.
struct copolis_mhd_settings {
  int listener;
  unsigned int threads, connections, connections_of_one_client, idle_seconds;
  size_t memory_of_one_connection;
  void *context;
  MHD_AccessHandlerCallback request;
  MHD_RequestCompletedCallback completed;
  MHD_NotifyConnectionCallback connection;
  void *(*target)(void *context, const char *target, struct MHD_Connection *connection);
  size_t (*unescape)(void *context, struct MHD_Connection *connection, char *text);
};

static inline struct MHD_Daemon *copolis_mhd_start(struct copolis_mhd_settings s) {
  return MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC, 0, NULL, NULL, s.request, s.context,
      MHD_OPTION_LISTEN_SOCKET, s.listener,
      MHD_OPTION_CONNECTION_LIMIT, s.connections,
      MHD_OPTION_PER_IP_CONNECTION_LIMIT, s.connections_of_one_client,
      MHD_OPTION_CONNECTION_TIMEOUT, s.idle_seconds,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, s.memory_of_one_connection,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
      MHD_OPTION_NOTIFY_COMPLETED, s.completed, s.context,
      MHD_OPTION_NOTIFY_CONNECTION, s.connection, s.context,
      MHD_OPTION_URI_LOG_CALLBACK, s.target, s.context,
      MHD_OPTION_UNESCAPE_CALLBACK, s.unescape, s.context,
      s.threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE : MHD_OPTION_END, s.threads,
      MHD_OPTION_END);
}

/// The pointer that we gave to the connection when it was opened.
static inline void *copolis_mhd_context(struct MHD_Connection *connection) {
  return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
}

static inline int copolis_mhd_socket(struct MHD_Connection *connection) {
  return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
}

static inline const struct sockaddr *copolis_mhd_client(struct MHD_Connection *connection) {
  return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr;
}

/// Ends the answer by closing the connection: to HEAD, the library would else send the last chunk of no body.
static inline void copolis_mhd_end_by_closing(struct MHD_Response *response) {
  MHD_set_response_options(response, MHD_RF_HTTP_1_0_COMPATIBLE_STRICT, MHD_RO_END);
}

#endif
