using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT5002 and AGT5005 where a symbol of the build says that this is development.</summary>
public sealed class DevelopmentCheckTests
{
    [Fact]
    public async Task Code_that_only_a_debug_build_has_may_do_what_development_may() =>
        await Verify.FindsAsync(
            """
            #define DEBUG
            #define LOCAL
            public static class Hosting
            {
                public static void Apply(ServerlessOptions options)
                {
            #if DEBUG
            #if LOCAL
                    options.AllowUnsigned = true;
            #endif
                    options.OutboundGuard.AllowPrivateNetworks = true;
            #endif
            #if LOCAL
                    options.AllowUnsigned = {|AGT5002:true|};
            #endif
                }
            }
            """);
}
