namespace Agnt5.Shipping.Tests;

/// <summary>What <c>dotnet new agnt5 --aot</c> makes, published. The ahead-of-time compiler takes long, so it runs beside the other tests.</summary>
public sealed class TemplatesNativeTests
{
    [Fact]
    public async Task With_AOT_it_is_published_as_a_native_binary_without_a_warning()
    {
        using var user = await TemplateUser.CreateAsync();

        var published = await user.RunAsync("", """
            dotnet new install Agnt5.Templates
            dotnet new agnt5 -n 1Shop --aot
            dotnet publish 1Shop -r linux-x64 -o native
            """);

        Assert.DoesNotContain("warning", published, StringComparison.OrdinalIgnoreCase);
        await using var endpoint = await RunningEndpoint.StartAsync("Production", Path.Combine(user.Folder, "native"), Path.Combine(user.Folder, "native", "1Shop"));
        Assert.Contains("\"1-shop\"", await endpoint.GetManifestAsync(), StringComparison.Ordinal);
    }
}
