using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Local.Payloads;

namespace Agnt5.Local.Tests.Payloads;

/// <summary>Signed URLs: what they allow, once and for a time, and nothing else.</summary>
public sealed class PayloadRouteTests
{
    private const long UntilMs = ManualTime.StartMs + 60_000;

    [Fact]
    public async Task An_input_is_fetched_by_its_url()
    {
        await using var server = await PayloadServer.StartAsync();
        var input = Encoding.UTF8.GetBytes($"\"{new string('x', 2_000_000)}\"");
        server.Inputs["run_1"] = input;

        var link = server.Links.ForInput("run_1", input, UntilMs)!;
        using var response = await server.Client.GetAsync(link.Url);

        Assert.Equal(input, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal((2_000_002L, SavedPayload.Of(input).Sha256, UntilMs), (link.SizeBytes, link.Sha256, link.ExpiresAtMs));
    }

    [Fact]
    public async Task An_input_up_to_the_threshold_needs_no_url()
    {
        await using var server = await PayloadServer.StartAsync(static settings => settings with { InputThresholdBytes = 5 });

        Assert.Null(server.Links.ForInput("run_1", new byte[5], UntilMs));
        Assert.NotNull(server.Links.ForInput("run_1", new byte[6], UntilMs));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_output_is_stored_once(bool isChunked)
    {
        await using var server = await PayloadServer.StartAsync();
        var upload = server.Links.OpenUpload("run_1", UntilMs);
        var output = new byte[40_000_000];

        Assert.Equal(HttpStatusCode.Created, (await PutAsync(server, upload.Url, output, isChunked)).Status);
        Assert.Equal((HttpStatusCode.Conflict, "PAYLOAD_EXISTS"), await PutAsync(server, upload.Url, "{}"u8.ToArray()));

        Assert.Equal(output.Length, server.Store.Find(upload.Ref)!.Content.Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_output_over_its_bound_is_not_stored(bool isChunked)
    {
        await using var server = await PayloadServer.StartAsync(static settings => settings with { MaxOutputBytes = 100 });
        var upload = server.Links.OpenUpload("run_1", UntilMs);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE"), await PutAsync(server, upload.Url, new byte[101], isChunked));
        Assert.Null(server.Store.Find(upload.Ref));
        Assert.Equal(HttpStatusCode.Created, (await PutAsync(server, upload.Url, new byte[100], isChunked)).Status);
    }

    [Theory]
    [InlineData("max=", "max=9")]
    [InlineData("expires=", "expires=9")]
    [InlineData("run_1", "run_2")]
    [InlineData("&signature=", "&signature=0")]
    [InlineData("&signature=", "&other=")]
    [InlineData("max=", "max=-")]
    [InlineData("expires=", "expires=%20")]
    public async Task A_url_that_nobody_gave_out_does_nothing(string part, string instead)
    {
        await using var server = await PayloadServer.StartAsync();
        var upload = server.Links.OpenUpload("run_1", UntilMs);

        Assert.Equal((HttpStatusCode.Forbidden, "PAYLOAD_SIGNATURE_INVALID"), await PutAsync(server, upload.Url.Replace(part, instead, StringComparison.Ordinal), "{}"u8.ToArray()));
        Assert.Null(server.Store.Find(upload.Ref));
    }

    [Fact]
    public async Task A_url_is_for_one_method()
    {
        await using var server = await PayloadServer.StartAsync();
        server.Inputs["run_1"] = new byte[2_000_000];
        var link = server.Links.ForInput("run_1", server.Inputs["run_1"], UntilMs)!;
        var upload = server.Links.OpenUpload("run_1", UntilMs);

        Assert.Equal((HttpStatusCode.Forbidden, "PAYLOAD_SIGNATURE_INVALID"), await PutAsync(server, link.Url, "{}"u8.ToArray()));
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Client.GetAsync(upload.Url)).StatusCode);
    }

    [Fact]
    public async Task A_url_works_until_its_time_and_not_at_it()
    {
        await using var server = await PayloadServer.StartAsync();
        server.Inputs["run_1"] = new byte[2_000_000];
        var link = server.Links.ForInput("run_1", server.Inputs["run_1"], UntilMs)!;
        var upload = server.Links.OpenUpload("run_1", UntilMs);

        server.Time.AdvanceMs(59_999);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(link.Url)).StatusCode);
        server.Time.AdvanceMs(1);

        Assert.Equal(HttpStatusCode.Gone, (await server.Client.GetAsync(link.Url)).StatusCode);
        Assert.Equal((HttpStatusCode.Gone, "PAYLOAD_URL_EXPIRED"), await PutAsync(server, upload.Url, "{}"u8.ToArray()));
    }

    [Fact]
    public async Task An_upload_whose_slice_is_over_is_refused_and_one_that_no_answer_names_is_removed()
    {
        await using var server = await PayloadServer.StartAsync();
        var late = server.Links.OpenUpload("run_1", UntilMs);
        var unnamed = server.Links.OpenUpload("run_1", UntilMs);
        var named = server.Links.OpenUpload("run_1", UntilMs);
        await PutAsync(server, unnamed.Url, "{}"u8.ToArray());
        await PutAsync(server, named.Url, "{}"u8.ToArray());

        server.Links.Close(late.Ref, keeps: false);
        server.Links.Close(unnamed.Ref, keeps: false);
        server.Links.Close(named.Ref, keeps: true);

        Assert.Equal((HttpStatusCode.Gone, "PAYLOAD_UPLOAD_OVER"), await PutAsync(server, late.Url, "{}"u8.ToArray()));
        Assert.Null(server.Store.Find(unnamed.Ref));
        Assert.NotNull(server.Store.Find(named.Ref));
    }

    [Fact]
    public async Task An_output_of_another_type_is_refused()
    {
        await using var server = await PayloadServer.StartAsync();

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "PAYLOAD_TYPE_UNSUPPORTED"), await PutAsync(server, server.Links.OpenUpload("run_1", UntilMs).Url, "x"u8.ToArray(), type: "text/plain"));
    }

    [Fact]
    public async Task The_input_of_a_run_that_is_gone_says_so()
    {
        await using var server = await PayloadServer.StartAsync();

        using var response = await server.Client.GetAsync(server.Links.ForInput("run_1", new byte[2_000_000], UntilMs)!.Url);

        Assert.Equal((HttpStatusCode.NotFound, "PAYLOAD_NOT_FOUND"), (response.StatusCode, await CodeAsync(response)));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_room_for_the_whole_one()
    {
        await using var server = await PayloadServer.StartAsync();
        var upload = server.Links.OpenUpload("run_1", UntilMs);
        var url = new Uri(upload.Url);
        using (var socket = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            await socket.ConnectAsync(url.Host, url.Port);
            await socket.SendAsync(Encoding.ASCII.GetBytes($"PUT {url.PathAndQuery} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{"));
        }

        Assert.Equal(HttpStatusCode.Created, (await PutAsync(server, upload.Url, "{}"u8.ToArray())).Status);
        Assert.Equal(2, server.Store.Find(upload.Ref)!.Content.Length);
    }

    private static async Task<(HttpStatusCode Status, string? Code)> PutAsync(PayloadServer server, string url, byte[] content, bool isChunked = false, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.TransferEncodingChunked = isChunked;
        using var response = await server.Client.SendAsync(request);
        return (response.StatusCode, response.IsSuccessStatusCode ? null : await CodeAsync(response));
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return json.RootElement.GetProperty("error").GetProperty("code").GetString();
    }
}
