/**
 * A connection that the other end has closed while it stood idle is told of as ECONNRESET or as EPIPE, by how far the news
 * had come. The tables' SDK tries again after the first only, as the queues' does after both: the second is told as the first.
 */
const brokenPipeAsReset = {
  name: 'brokenPipeAsReset',
  async sendRequest<Request, Response>(
    request: Request,
    next: (request: Request) => Promise<Response>,
  ): Promise<Response> {
    try {
      return await next(request);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EPIPE') error.code = 'ECONNRESET';
      throw error;
    }
  },
};

/** The same among the `additionalPolicies` of a tables' client. */
export const againAfterBrokenPipe = { policy: brokenPipeAsReset, position: 'perRetry' as const };
