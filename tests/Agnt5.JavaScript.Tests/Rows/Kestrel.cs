using System.Reflection;

namespace Agnt5.JavaScript.Tests.Rows;

/// <summary>The component set of the conformance suite in the web server of .NET, with which every row is compared.</summary>
internal static class Kestrel
{
    private static readonly Lazy<Task<ConformanceReport>> Report = new(() => ConformanceSuite.RunAsync("kestrel", Command));

    /// <summary>The command that starts it. <c>--port</c> follows.</summary>
    public static string Command => $"dotnet '{Path.Combine(ConformanceSuite.Server, "bin", Configuration(), "net10.0", "Agnt5.ConformanceServer.dll")}'";

    /// <summary>What the suite says of it.</summary>
    public static Task<ConformanceReport> ConformanceAsync() => Report.Value;

    private static string Configuration() => typeof(Kestrel).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Configuration").Value!;
}
