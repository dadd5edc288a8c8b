using Agnt5.Generated;
using Agnt5.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Execution;

/// <summary>Finds missing services at start-up: components need them, and they are not registered.</summary>
internal static class ServiceSetup
{
    /// <param name="components">The components.</param>
    /// <param name="services">The app's services. A container that cannot tell what is registered is not checked.</param>
    /// <exception cref="InvalidOperationException">Services are missing; the message names all of them and the components that need them.</exception>
    public static void ThrowIfIncomplete(IReadOnlyList<ComponentDescriptor> components, IServiceProvider services)
    {
        if (services.GetService<IServiceProviderIsService>() is not { } registered)
            return;

        string[] problems =
        [
            .. components
                .SelectMany(static component => component.RequiredServices.Select(service => (Service: service, Component: component)))
                .GroupBy(static need => need.Service, static need => need.Component)
                .Where(needs => !IsRegistered(needs.Key, registered))
                .Select(static needs => $"{Who(needs)}: {new ServiceMissingException(needs.Key.Type, needs.Key.Key).Advice}"),
        ];
        if (problems.Length > 0)
            throw new InvalidOperationException($"The AGNT5 endpoint cannot start, because services are missing.{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
    }

    private static bool IsRegistered(RequiredService service, IServiceProviderIsService registered) => service.Key is null
        ? registered.IsService(service.Type)
        // For an open generic type that is registered for any key, the container reports only KeyedService.AnyKey, and resolves every key.
        : registered is not IServiceProviderIsKeyedService keyed || keyed.IsKeyedService(service.Type, service.Key) || keyed.IsKeyedService(service.Type, KeyedService.AnyKey);

    private static string Who(IEnumerable<ComponentDescriptor> components) => string.Join(", ", components.Select(static component => $"{component.Type.ToWireName()} {component.Name}").Distinct());
}
