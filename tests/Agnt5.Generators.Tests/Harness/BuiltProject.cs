using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Generators.Tests.Harness;

/// <summary>A project that compiled. It is loaded and driven through the real endpoint.</summary>
internal sealed class BuiltProject
{
    private readonly ProjectUnderTest _project;
    private readonly byte[] _assembly;
    private readonly Lazy<Assembly> _loaded;

    public BuiltProject(ProjectUnderTest project, byte[] assembly, string documentation)
    {
        Documentation = documentation;
        _project = project;
        _assembly = assembly;
        _loaded = new(Load);
    }

    public Assembly Assembly => _loaded.Value;

    /// <summary>The XML file that a project with <c>GenerateDocumentationFile</c> has beside its assembly.</summary>
    public string Documentation { get; }

    public string AssemblyName => _project.AssemblyName;

    /// <summary>The catalog that user code finds under <c>Agnt5Components.Catalog</c>.</summary>
    public ComponentCatalog Catalog => (ComponentCatalog)ComponentsClass.GetProperty("Catalog")!.GetValue(null)!;

    public Type ComponentsClass => Assembly.GetTypes().Single(static type => type.Name == "Agnt5Components");

    public MetadataReference ToReference() => MetadataReference.CreateFromImage(_assembly);

    /// <summary>The manifest as the endpoint serves it.</summary>
    public async Task<JsonObject> ManifestAsync() => await SendAsync("GET", "/.well-known/agnt5", "");

    /// <summary>A component's entry in the manifest.</summary>
    public async Task<JsonObject> ManifestAsync(string component) =>
        (await ManifestAsync())["components"]!.AsArray().Select(static entry => entry!.AsObject()).Single(entry => (string?)entry["name"] == component);

    /// <summary>Invokes a component and returns the whole response.</summary>
    public Task<JsonObject> InvokeAsync(string type, string name, string input = "{}", Action<IServiceCollection>? services = null) =>
        SendAsync("POST", "/agnt5/invoke", $$"""{"component_type":"{{type}}","component_name":{{JsonSerializer.Serialize(name)}},"input":{{input}}}""", services);

    /// <summary>Invokes a component whose run fails.</summary>
    public async Task<JsonObject> FailAsync(string type, string name, string input = "{}", Action<IServiceCollection>? services = null)
    {
        var response = await InvokeAsync(type, name, input, services);
        Assert.True((string?)response["status"] == "failed", response.ToJsonString());
        return response;
    }

    /// <summary>Invokes a component that completes and returns its output as JSON.</summary>
    public async Task<string?> OutputAsync(string type, string name, string input = "{}", Action<IServiceCollection>? services = null)
    {
        var response = await InvokeAsync(type, name, input, services);
        Assert.True((string?)response["status"] == "completed", response.ToJsonString());
        return response["output"]?.ToJsonString(ReadableText);
    }

    /// <summary>Sends a body as it is. Refusals quote values, unless the options say otherwise.</summary>
    public async Task<JsonObject> SendAsync(string method, string path, string body, Action<IServiceCollection>? services = null, Action<ServerlessOptions>? options = null)
    {
        var collection = new ServiceCollection();
        services?.Invoke(collection);
        await using var provider = collection.BuildServiceProvider();
        var configured = new ServerlessOptions { IsDevelopment = true, AllowUnsigned = true, IncludeErrorDetails = true, QuoteRefusedValues = true };
        options?.Invoke(configured);
        var endpoint = new ServerlessEndpoint(Catalog, configured, provider);
        using var response = await endpoint.HandleAsync(new InMemoryRequest(method, path, Encoding.UTF8.GetBytes(body)), CancellationToken.None);
        var answer = JsonNode.Parse(response.Body.Span)!.AsObject();
        var problem = method == "POST" ? ResponseShape.FindProblem(response.Body) : null;
        Assert.True(problem is null, $"{problem}: {answer.ToJsonString()}");
        return answer;
    }

    private static JsonSerializerOptions ReadableText { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Assembly Load()
    {
        var context = new AssemblyLoadContext(_project.AssemblyName, isCollectible: true);
        context.Resolving += (_, name) => _project.References.FirstOrDefault(reference => reference.AssemblyName == name.Name)?.Assembly;
        return context.LoadFromStream(new MemoryStream(_assembly));
    }
}
