using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Agnt5.Cli.Output;

/// <summary>Where a command writes what it found: text for people, or JSON for programs (<c>--output</c>).</summary>
internal sealed class CommandOutput
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int WidthOfPipe = 4096;

    private readonly TextWriter _error;

    private CommandOutput(OutputFormat format, TextWriter output, TextWriter error)
    {
        (Format, Out, _error) = (format, output, error);
        Console = ConsoleOf(output);
    }

    /// <summary>The option that every command has.</summary>
    public static Option<OutputFormat> FormatOption { get; } = new("--output", "-o")
    {
        Description = "What to write: text for people, json for programs.",
        HelpName = "text|json",
        Recursive = true,
        DefaultValueFactory = static _ => OutputFormat.Text,
    };

    public OutputFormat Format { get; }

    public bool IsJson => Format == OutputFormat.Json;

    /// <summary>The standard output, as it is.</summary>
    public TextWriter Out { get; }

    /// <summary>The standard output with tables, and with colour where it is a terminal that wants it.</summary>
    public IAnsiConsole Console { get; }

    public static CommandOutput Of(ParseResult parsed) =>
        new(parsed.GetValue(FormatOption), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);

    /// <summary>Writes one JSON document.</summary>
    public void WriteJson(Action<Utf8JsonWriter> write) => Out.WriteLine(Text(Indented, write));

    /// <summary>Writes a JSON document in one line, for commands that follow something.</summary>
    public void WriteJsonLine(Action<Utf8JsonWriter> write) => Out.WriteLine(Text(OneLine, write));

    /// <summary>Writes what was done: a sentence for people, an object for programs.</summary>
    public void WriteDone(string text, Action<Utf8JsonWriter> writeMembers)
    {
        if (!IsJson)
        {
            Out.WriteLine(text);
            return;
        }

        WriteJson(json =>
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        });
    }

    /// <summary>Writes a sentence about what is going on beside the output, so that a pipe does not get it.</summary>
    public void WriteNote(string text) => _error.WriteLine(text);

    /// <summary>Writes why the command ends.</summary>
    public void WriteError(CliException error)
    {
        if (!IsJson)
        {
            _error.WriteLine($"{error.Message} ({error.Code})");
            return;
        }

        _error.WriteLine(Text(OneLine, json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("error"u8);
            json.WriteString("code"u8, error.Code);
            json.WriteString("message"u8, error.Message);
            json.WriteEndObject();
            json.WriteEndObject();
        }));
    }

    private static string Text(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, options))
            write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>A text in a colour where the output is a terminal that wants it.</summary>
    public string Paint(string text, Paint paint) =>
        Console.Profile.Capabilities is { Ansi: true, ColorSystem: not ColorSystem.NoColors } && paint != Output.Paint.None ? $"\e[{(int)paint}m{text}\e[0m" : text;

    private static IAnsiConsole ConsoleOf(TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        // A pipe has no width, and a cell that is broken in two is no use to who reads it.
        if (!isTerminal)
            console.Profile.Width = WidthOfPipe;
        return console;
    }
}
