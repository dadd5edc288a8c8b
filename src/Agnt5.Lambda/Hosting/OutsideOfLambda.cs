namespace Agnt5.Lambda.Hosting;

/// <summary>What a developer reads who starts the program by hand.</summary>
internal static class OutsideOfLambda
{
    public const string Advice = """
        This program answers the events of AWS Lambda. AWS_LAMBDA_RUNTIME_API, which names where they come from, is not set, so there are none.
          On your machine, run a Debug build that calls ServerlessHost.RunAsync (package Agnt5.AspNetCore) in place of LambdaHost.RunAsync: dotnet run.
          To try this binary, start it in the runtime interface emulator of AWS: aws-lambda-rie ./bootstrap.
        """;
}
