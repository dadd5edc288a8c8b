using Microsoft.Extensions.DependencyInjection;

namespace Agnt5;

/// <summary>What a program sets before <see cref="LambdaHost.RunAsync"/> serves it.</summary>
public sealed class LambdaHostBuilder
{
    private string _pathBase = "";

    internal LambdaHostBuilder(ServerlessOptions options) => Options = options;

    /// <summary>
    /// The services that components are constructed from. Without an <c>ILoggerFactory</c> of the program's, logs go to the standard output, as the function's logging configuration says.
    /// </summary>
    public IServiceCollection Services { get; } = new ServiceCollection();

    /// <summary>The endpoint's options. Those of the environment are set already (<see cref="ServerlessConfiguration.ApplyEnvironment"/>), so that the program wins.</summary>
    public ServerlessOptions Options { get; }

    /// <summary>
    /// Whether answers to function URLs are streamed, which takes 200 MB in place of 6. Set it where the function URL has the invoke mode <c>RESPONSE_STREAM</c>, and nowhere else. Answers to API
    /// Gateway and load balancers are never streamed. Default: <see langword="false"/>.
    /// </summary>
    public bool StreamResponses { get; set; }

    /// <summary>
    /// A path in front of both routes, such as <c>/hooks</c> for <c>/hooks/agnt5/invoke</c>: the base path of a custom domain, or the resource of an API. The stage of an API needs none. Default:
    /// empty.
    /// </summary>
    /// <exception cref="ArgumentException">The path does not begin with a slash, or ends with one.</exception>
    public string PathBase
    {
        get => _pathBase;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value is not "" and not ['/', .., not '/'])
                throw new ArgumentException($"PathBase is '{value}': give a path like /hooks, or an empty one.", nameof(value));
            _pathBase = value;
        }
    }

    /// <summary>
    /// How long before the function's timeout a run has to end: the grace of 250 ms that the endpoint gives a component, and the time for sending. Default: half a second.
    /// </summary>
    public TimeSpan DeadlineMargin { get; set; } = TimeSpan.FromMilliseconds(500);
}
