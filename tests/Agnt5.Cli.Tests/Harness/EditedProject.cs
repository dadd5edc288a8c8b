namespace Agnt5.Cli.Tests.Harness;

/// <summary>A project that is edited while it runs. It is an endpoint by hand, so that it builds without any package.</summary>
internal sealed class EditedProject : IDisposable
{
    private const string Program = """
        using System.Text.Json.Nodes;

        var app = WebApplication.CreateBuilder(args).Build();
        Console.WriteLine($"my setting is {app.Configuration["Agnt5:SigningSecret"]}");
        var order = new JsonObject { ["type"] = "workflow", ["component_type"] = "workflow", ["name"] = "ship_order" };
        var manifest = new JsonObject { ["protocol_version"] = "workerless.v1", ["service_name"] = "shop", ["components"] = new JsonArray(order) }.ToJsonString();
        app.MapGet("/{**path}", () => Results.Text(manifest, "application/json"));
        app.MapPost("/{**path}", async (HttpRequest request) =>
        {
            var answer = (await JsonNode.ParseAsync(request.Body))!["metadata"]?["user_response"];
            var asked = new JsonObject
            {
                ["status"] = "suspended",
                ["reason"] = "user_input_required",
                ["pause_index"] = 0,
                ["step_name"] = "wait_for_user_0",
                ["question"] = "Ship it?",
                ["input_type"] = "text",
                ["options"] = new JsonArray(),
            };
            var done = new JsonObject { ["status"] = "completed", ["output"] = $"{answer} in EDITION" };
            return Results.Text((answer is null ? asked : done).ToJsonString(), "application/json");
        });
        var guide = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Agnt5.DevelopmentGuide");
        guide.LogInformation("how to sign a request");
        guide.LogWarning("something is wrong");
        app.Run();
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agnt5-cli");

    public EditedProject()
    {
        File.WriteAllText(Path, """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
            </Project>
            """);
        Edit("version one");
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "Shop.csproj");

    public string Folder => _folder.FullName;

    /// <summary>Writes the program anew.</summary>
    public void Edit(string edition) => File.WriteAllText(System.IO.Path.Combine(_folder.FullName, "Program.cs"), Program.Replace("EDITION", edition, StringComparison.Ordinal));

    public void Dispose() => _folder.Delete(recursive: true);
}
