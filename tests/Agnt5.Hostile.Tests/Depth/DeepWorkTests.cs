using System.Text;
using Agnt5.Hostile.Tests.Hosting;
using Agnt5.Tests.Shared;
using Xunit.Abstractions;

namespace Agnt5.Hostile.Tests.Depth;

/// <summary>Deep JSON costs time in proportion to its size, at every door.</summary>
[Collection(OneEndpoint.Name)]
public sealed class DeepWorkTests(HostileEndpoint endpoint, ITestOutputHelper output)
{
    private const int Levels = 60;
    private const int Lists = 250_000;

    public static TheoryData<string> Doors() => [.. DeepDoor.All.Select(static door => door.Name)];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Twice_the_document_costs_twice_the_time(string door)
    {
        var tried = DeepDoor.All.Single(known => known.Name == door);

        output.WriteLine(await Doubling.MustHoldForTimeAsync(Lists, lists =>
        {
            var body = Encoding.UTF8.GetBytes(tried.Body(DeepJson.Wide(Math.Min(Levels, tried.Levels - 1), lists)));
            return () => SendAsync(body);
        }));
    }

    private async Task SendAsync(byte[] body)
    {
        using var connection = new RawConnection(endpoint.Address);
        var answer = await connection.SendAsync(new RawRequest(body, Secrets.Signing, DateTimeOffset.UtcNow));
        Assert.NotEqual(0, answer.Status);
    }
}
