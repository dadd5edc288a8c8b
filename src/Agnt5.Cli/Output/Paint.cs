namespace Agnt5.Cli.Output;

/// <summary>The colours of the program, with their numbers in ANSI.</summary>
internal enum Paint
{
    /// <summary>As the terminal has it.</summary>
    None = 0,

    /// <summary>What is worth seeing.</summary>
    Bold = 1,

    /// <summary>What is beside the point.</summary>
    Dim = 2,

    /// <summary>What went wrong.</summary>
    Red = 31,

    /// <summary>What is done.</summary>
    Green = 32,

    /// <summary>What waits for somebody.</summary>
    Yellow = 33,
}
