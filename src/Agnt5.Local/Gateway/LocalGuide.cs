using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Local.Gateway;

/// <summary>What a host prints for the one who started it.</summary>
internal static class LocalGuide
{
    /// <param name="app">The app, started.</param>
    /// <param name="isKept">Whether the text goes to a file or a collector of logs. A key is not for them.</param>
    public static string Of(WebApplication app, bool isKept)
    {
        var local = app.Services.GetRequiredService<LocalAgnt5Service>();
        var address = $"The local AGNT5 is up. Clients reach it with{Environment.NewLine}export AGNT5_GATEWAY_URL={app.Urls.First()}";
        // A key that was configured is known to who configured it.
        if (local.Key is not { } key || key == app.Configuration["AGNT5_API_KEY"]?.Trim())
            return address;
        return isKept
            ? $"{address}{Environment.NewLine}Its key was made, and is shown in a terminal alone. Set AGNT5_API_KEY to give it one."
            : $"{address}{Environment.NewLine}export AGNT5_API_KEY={key}";
    }
}
