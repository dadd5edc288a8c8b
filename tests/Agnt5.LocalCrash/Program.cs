using System.Security.Cryptography;
using Agnt5;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Deployments;
using Agnt5.Local.Storage.Sqlite;
using Agnt5.LocalCrash;
using Microsoft.Extensions.DependencyInjection;

// Arguments: the database, and the file for what steps do. It prints "ready", does what lines of the input ask for, and ends with the input.
using var store = SqliteStore.Open(new SqliteStoreOptions { Path = args[0] });
var services = new ServiceCollection().AddSingleton(new StepLog(args[1])).BuildServiceProvider();
var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
var endpoint = new ServerlessEndpoint(Agnt5Components.Catalog, new ServerlessOptions { SigningSecret = secret }, services);
await using var engine = LocalEngine.Start(store, new EngineSettings());
await engine.SyncAsync(new SyncRequest { Endpoint = endpoint, SigningSecret = secret });

await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
output.WriteLine("ready");
var commands = new Commands(engine, output);
while (await Console.In.ReadLineAsync() is { } line)
    _ = commands.DoAsync(line);
