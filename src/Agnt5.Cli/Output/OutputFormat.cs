namespace Agnt5.Cli.Output;

/// <summary>For whom a command writes.</summary>
internal enum OutputFormat
{
    /// <summary>For a person: tables and sentences, in colour where a terminal shows it.</summary>
    Text,

    /// <summary>For a program: one JSON document, or one a line where the command follows something.</summary>
    Json,
}
