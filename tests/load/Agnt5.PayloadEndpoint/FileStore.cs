namespace Agnt5.PayloadEndpoint;

/// <summary>An object store over a directory: GET reads a file, PUT writes one.</summary>
internal static class FileStore
{
    public static Task RunAsync(string directory)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        app.Run(async context =>
        {
            var file = Path.Combine(directory, Path.GetFileName(context.Request.Path.Value!));
            if (HttpMethods.IsPut(context.Request.Method))
            {
                await using var written = File.Create(file);
                await context.Request.Body.CopyToAsync(written, context.RequestAborted);
                return;
            }

            await using var read = File.OpenRead(file);
            context.Response.ContentLength = read.Length;
            await read.CopyToAsync(context.Response.Body, context.RequestAborted);
        });
        return app.RunAsync();
    }
}
