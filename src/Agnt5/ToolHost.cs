using Agnt5.Execution;
using Agnt5.Generated;
using Agnt5.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;
using Agnt5.Tools;

namespace Agnt5;

/// <summary>
/// Calls the project's tools outside of AGNT5, for example for MCP clients. Descriptions, schemas, binding and code are the same as behind an invoke request. A call is not a run: nothing is
/// recorded, and the tool's events go to <see cref="ToolCallOptions.OnEvent"/> alone.
/// </summary>
public sealed class ToolHost
{
    private readonly HostServices _host;
    private readonly ComponentDirectory _directory;

    /// <summary>Creates a host.</summary>
    /// <param name="catalog">The components, usually <c>Agnt5Components.Catalog</c>.</param>
    /// <param name="services">The services that tools are constructed from; each call has a separate scope.</param>
    /// <param name="options">The options of the endpoint; they say what callers are told of failures and of arguments that do not bind. Default: those of a new endpoint.</param>
    public ToolHost(ComponentCatalog catalog, IServiceProvider services, ServerlessOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(services);
        _host = new HostServices(services, "Agnt5.ToolHost") { Settings = EndpointSettings.Of(options ?? new ServerlessOptions()) };
        _directory = new ComponentDirectory(catalog);
        Tools = [.. catalog.Components.Where(static component => component.Type == ComponentType.Tool).Select(Describe)];
    }

    /// <summary>The tools, in the order of the manifest.</summary>
    public IReadOnlyList<ToolDescription> Tools { get; }

    /// <summary>
    /// Calls a tool. When the tool throws, the log has the exception, and the result has what <see cref="ServerlessOptions.FailureMessageForModels"/> lets pass: outside Development the exception's
    /// type, and a reference that the log has too.
    /// </summary>
    /// <param name="name">The tool's name on the wire.</param>
    /// <param name="arguments">Its input as UTF-8 JSON; empty for none.</param>
    /// <param name="options">The key and the metadata of the call.</param>
    /// <param name="cancellationToken">Fires when the caller goes away. It reaches the tool.</param>
    /// <returns>How the call ended.</returns>
    /// <exception cref="ArgumentException">There is no such tool.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public async ValueTask<ToolResult> CallAsync(string name, ReadOnlyMemory<byte> arguments, ToolCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var tool = _directory.Find(ComponentType.Tool, name) ?? throw new ArgumentException($"There is no tool '{CallerText.Shorten(name)}'.", nameof(name));
        if (!arguments.IsEmpty && _host.Settings.JsonDepth.ProblemOf(arguments.Span) is { } problem)
            return new ToolResult { Error = $"The text of the arguments {problem}.", IsInputError = true };

        var key = options?.IdempotencyKey ?? Guid.NewGuid().ToString("n");
        var metadata = options?.Metadata is { } given ? new RequestMetadata(given) : RequestMetadata.None;
        var identity = new InvocationIdentity { Component = tool, RunId = key, InvocationId = key, GivenMetadata = metadata };
        var output = new ToolOutput();
        var invocation = new Invocation(identity, new ComponentInput(arguments.Trim(" \t\r\n"u8)), output, Budget.Unlimited(_host.Time), new InvocationServices(_host), cancellationToken)
        {
            Checkpoint = new Checkpoint(given: null, agentSessions: default),
            Events = new EventLog(emitted => options?.OnEvent?.Invoke(new ToolEvent(emitted.Type, emitted.Data))),
        };
        await using var _ = invocation.ConfigureAwait(false);
        try
        {
            await tool.InvokeAsync(invocation).ConfigureAwait(false);
            return new ToolResult { Json = output.Json, Contents = output.Contents };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (InputInvalidException invalid)
        {
            return new ToolResult { Error = invalid.Message, IsInputError = true };
        }
        catch (Exception exception)
        {
            var reference = FailureReference.Of(key, tool.Name);
            EngineLog.ToolFailed(_host.Logger, exception, tool.Name, reference);
            return new ToolResult { Error = _host.Settings.Notices.Of(exception, tool.Name, reference) };
        }
        finally
        {
            invocation.Close();
        }
    }

    private ToolDescription Describe(ComponentDescriptor tool) =>
        new(tool.Name, _directory.DescriptionOf(tool), _directory.InputSchemaOf(tool), _directory.OutputSchemaOf(tool), _directory.RequiresConfirmation(tool));
}
