using System.Reflection;
using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Table;

namespace Agnt5.Providers.Tests;

/// <summary>A native binary has only what a package says that it needs: packages that read themselves by reflection lose members there, and do not say that they may be trimmed.</summary>
public sealed class NativeAdapterTests
{
    [Theory]
    [Backs("Native AOT")]
    [InlineData("OpenAI chat")]
    [InlineData("OpenAI responses")]
    public void The_package_says_that_it_may_be_trimmed(string name) => Assert.True(MayBeTrimmed(name));

    [Theory]
    [Backs("Native AOT", Works = false)]
    [InlineData("Anthropic")]
    [InlineData("Ollama")]
    public void The_package_does_not_say_that_it_may_be_trimmed(string name) => Assert.False(MayBeTrimmed(name));

    private static bool MayBeTrimmed(string name)
    {
        using var client = Provider.Named(name).Connect(new Uri("http://127.0.0.1:1"));
        return client.GetType().Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(static said => said is { Key: "IsTrimmable", Value: "True" });
    }
}
