// A service called outside a step, through an interface with one implementation (after samples of Durable Task with injected services).
using System.Net.Http;

public sealed record Address(string Street, string City);

public interface IGeocoder
{
    Task<string> LocateAsync(Address address, CancellationToken cancellationToken);
}

public sealed class HttpGeocoder(HttpClient http) : IGeocoder
{
    public async Task<string> LocateAsync(Address address, CancellationToken cancellationToken) =>
        await {|AGT4004:http.GetStringAsync($"/locate?street={address.Street}&city={address.City}", cancellationToken)|};
}

public sealed class SoleImplementation(IGeocoder geocoder)
{
    /// <summary>Locates an address.</summary>
    [Workflow]
    public async Task<string> Locate(WorkflowContext ctx, Address address)
    {
        var place = await geocoder.LocateAsync(address, ctx.CancellationToken);
        await ctx.StepAsync("store", () => Console.WriteLine(place));
        return place;
    }
}
