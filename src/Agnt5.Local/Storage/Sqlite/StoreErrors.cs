using Agnt5.Local.Hosting;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite;

/// <summary>What can be wrong with the file, and what to do about it.</summary>
internal static class StoreErrors
{
    // SQLite's primary result codes (https://www.sqlite.org/rescode.html).
    private const int Permission = 3;
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static EngineException Of(string path, SqliteException exception) => Of(path, exception.SqliteErrorCode switch
    {
        Permission or ReadOnly => "cannot be written. Give this process the right to write the file and its folder.",
        Busy => "is locked by another program. Close what has it open, for example the sqlite3 shell or a backup.",
        InputOutput => "could not be read or written: the disk may be full or broken.",
        Corrupt => "is damaged. Keep a copy, and go back to a backup, or try the sqlite3 shell's .recover.",
        Full => "cannot grow: the disk is full. Make room; the engine goes on by itself.",
        CannotOpen => "cannot be opened. Check that the path is right, and that this process may read and write there.",
        NotADatabase => "is no SQLite file, or is damaged. Give another path, or go back to a backup.",
        _ => $"could not be used: {exception.Message}",
    }, exception);

    /// <param name="path">The file.</param>
    /// <param name="problem">The rest of a sentence that begins with the file.</param>
    /// <param name="inner">The cause, or <see langword="null"/>.</param>
    public static EngineException Of(string path, string problem, Exception? inner = null) =>
        new(EngineErrorKind.Internal, EngineErrorCodes.StoreFailed, $"The engine's file {path} {problem}", inner);
}
