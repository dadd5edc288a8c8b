using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Agnt5.AspNetCore;

/// <summary>
/// The options of which every host makes services out of open generic types. A native program builds such a type at run time, from a template, unless its code has made one: at each start, that was a
/// fifth of the time to the first answer, and megabytes.
/// </summary>
internal static class KnownOptions
{
    /// <summary>Lets the compiler of a native program see the types. What is made is not used.</summary>
    public static void Name()
    {
        if (RuntimeFeature.IsDynamicCodeSupported)
            return;

        Name<AuthorizationOptions>();
        Name<ConsoleLifetimeOptions>();
        Name<FormOptions>();
        Name<HostOptions>();
        Name<KestrelServerOptions>();
        Name<LoggerFactoryOptions>();
        Name<ServerlessOptions>();
        Name<SocketTransportOptions>();
        NameMonitored<ConsoleFormatterOptions>();
        NameMonitored<ConsoleLoggerOptions>();
        NameMonitored<HostFilteringOptions>();
        NameMonitored<JsonConsoleFormatterOptions>();
        NameMonitored<LoggerFilterOptions>();
        NameMonitored<MetricsOptions>();
        NameMonitored<SimpleConsoleFormatterOptions>();
    }

    private static OptionsFactory<T> Name<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>()
        where T : class => new(Array.Empty<IConfigureOptions<T>>(), Array.Empty<IPostConfigureOptions<T>>(), Array.Empty<IValidateOptions<T>>());

    private static void NameMonitored<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>()
        where T : class
    {
        using var monitor = new OptionsMonitor<T>(Name<T>(), Array.Empty<IOptionsChangeTokenSource<T>>(), new OptionsCache<T>());
    }
}
