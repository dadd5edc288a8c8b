using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

public static class Hosting
{
    public static void Reads(WebApplication app, ILogger logger)
    {
        app.UseHttpsRedirection();
        app.Use(async (context, next) =>
        {
            using var reader = new StreamReader({|AGT5004:context.Request.Body|});
            logger.LogInformation("{Body}", await reader.ReadToEndAsync());
            await next(context);
        });
        app.MapAgnt5();
        app.Use(async (HttpContext context, RequestDelegate next) =>
        {
            var form = await {|AGT5004:context.Request.ReadFormAsync()|};
            await next(context);
        });
    }

    public static void Rewrites(WebApplication app)
    {
        {|AGT5004:app.UseRequestDecompression()|};
        app.UseRouting().Use(next => async context =>
        {
            {|AGT5004:context.Request.Body|} = new MemoryStream(Encoding.UTF8.GetBytes("{}"));
            await next(context);
        });
        app.MapGroup("/durable").MapAgnt5();
    }

    public static void Explicit(IApplicationBuilder app)
    {
        app.UseRouting();
        app.Use(async (context, next) =>
        {
            await {|AGT5004:context.Request.BodyReader|}.ReadAsync();
            await next(context);
        });
        app.UseEndpoints(endpoints => endpoints.MapAgnt5());
        app.Use(async (context, next) =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            await next(context);
        });
    }

    public static void Silent(WebApplication app, WebApplication other)
    {
        app.Use(async (context, next) =>
        {
            context.Request.EnableBuffering();
            await next(context);
        });
        app.Use(async (context, next) =>
        {
            context.Request.EnableBuffering();
            using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
            await reader.ReadToEndAsync();
            context.Request.Body.Position = 0;
            await next(context);
        });
        app.Use(async (context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/upload"))
                await context.Request.Body.CopyToAsync(Stream.Null);
            await next(context);
        });
        app.Use(async (context, next) =>
        {
            await next(context);
            context.Response.Headers["X-Length"] = $"{context.Request.ContentLength} {context.Request.Body.CanSeek}";
        });
        app.UseWhen(context => context.Request.Path == "/form", branch => branch.Use(async (context, next) =>
        {
            await context.Request.ReadFormAsync();
            await next(context);
        }));
        app.MapPost("/echo", async (HttpRequest request) => await new StreamReader(request.Body).ReadToEndAsync());
        app.UseHttpLogging();
        other.UseRequestDecompression();
        app.MapAgnt5();
    }

    public static void WithoutEndpoint(WebApplication app) => app.UseRequestDecompression();
}
