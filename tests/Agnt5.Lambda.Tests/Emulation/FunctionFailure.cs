using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Lambda.Tests.Emulation;

/// <summary>An error that a function has told to AWS.</summary>
internal sealed record FunctionFailure(string Type, string Message)
{
    public static async Task<FunctionFailure> ReadAsync(HttpRequest request)
    {
        var error = (await JsonNode.ParseAsync(request.Body))!;
        Assert.Equal(request.Headers["Lambda-Runtime-Function-Error-Type"].ToString(), error["errorType"]!.GetValue<string>());
        return new FunctionFailure(error["errorType"]!.GetValue<string>(), error["errorMessage"]!.GetValue<string>());
    }
}
