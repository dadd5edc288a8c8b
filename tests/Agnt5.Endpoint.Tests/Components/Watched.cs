using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>What a component sees of the request that it serves.</summary>
/// <param name="Activity">The activity that is current.</param>
/// <param name="Parent">The id of what called it.</param>
/// <param name="Path">The path of the current request.</param>
public sealed record SeenRequest(string? Activity, string? Parent, string? Path);

public sealed class Watched(IServiceProvider services)
{
    [Function]
    public SeenRequest SeeRequest() => new(Activity.Current?.OperationName, Activity.Current?.ParentId, services.GetService<IHttpContextAccessor>()?.HttpContext?.Request.Path.Value);
}
