namespace Agnt5.Agents;

/// <summary>The names of OpenTelemetry's semantic conventions for generative AI.</summary>
internal static class GenAiNames
{
    public const string Operation = "gen_ai.operation.name";
    public const string Provider = "gen_ai.provider.name";
    public const string Agent = "gen_ai.agent.name";
    public const string Conversation = "gen_ai.conversation.id";
    public const string RequestModel = "gen_ai.request.model";
    public const string Temperature = "gen_ai.request.temperature";
    public const string MaxTokens = "gen_ai.request.max_tokens";
    public const string OutputType = "gen_ai.output.type";
    public const string ResponseModel = "gen_ai.response.model";
    public const string ResponseId = "gen_ai.response.id";
    public const string FinishReasons = "gen_ai.response.finish_reasons";
    public const string InputTokens = "gen_ai.usage.input_tokens";
    public const string OutputTokens = "gen_ai.usage.output_tokens";
    public const string TokenType = "gen_ai.token.type";
    public const string Tool = "gen_ai.tool.name";
    public const string ToolType = "gen_ai.tool.type";
    public const string ToolCall = "gen_ai.tool.call.id";
    public const string ToolArguments = "gen_ai.tool.call.arguments";
    public const string ToolResult = "gen_ai.tool.call.result";
    public const string InputMessages = "gen_ai.input.messages";
    public const string OutputMessages = "gen_ai.output.messages";
}
