// Steps that a loop reaches in one round only, next to steps that it reaches in several.
public sealed record Cart(string Id, List<string> Lines);

public interface ICheckout
{
    Task<string> RunAsync(string what, CancellationToken cancellationToken);

    Task<string?> FindAsync(string what, CancellationToken cancellationToken);
}

public sealed class OnceInLoop(ICheckout checkout)
{
    /// <summary>Logs in when the first line needs it.</summary>
    [Workflow]
    public async Task<int> LoginWhenNeeded(WorkflowContext ctx, Cart cart)
    {
        string? token = null;
        string? session = null;
        string? coupon = null;
        string? voucher = null;
        foreach (var line in cart.Lines)
        {
            token ??= await ctx.StepAsync("login", ct => checkout.RunAsync(cart.Id, ct));
            if (session is null)
                session = await ctx.StepAsync("session", ct => checkout.RunAsync(cart.Id, ct));
            if (voucher == null)
            {
                voucher = await ctx.StepAsync("voucher", ct => checkout.RunAsync(cart.Id, ct));
            }

            coupon ??= await ctx.StepAsync({|AGT4008:"coupon"|}, ct => checkout.FindAsync(cart.Id, ct));
            string? price = null;
            price ??= await ctx.StepAsync({|AGT4008:"price"|}, ct => checkout.RunAsync(line, ct));
        }

        return (token + session + coupon + voucher).Length;
    }

    /// <summary>Logs in with a helper, and again when the shop has forgotten the login.</summary>
    [Workflow]
    public async Task LoginAgain(WorkflowContext ctx, Cart cart)
    {
        string? token = null;
        string? other = null;
        foreach (var line in cart.Lines)
        {
            other ??= await LoginAsync(ctx, cart);
            token ??= await ctx.StepAsync({|AGT4008:"login"|}, ct => checkout.RunAsync(cart.Id, ct));
            if (line.Length > 10)
                token = null;
        }
    }

    /// <summary>Warns once.</summary>
    [Workflow]
    public async Task WarnOnce(WorkflowContext ctx, Cart cart)
    {
        var warned = false;
        var isFirst = true;
        var asked = false;
        var open = true;
        foreach (var line in cart.Lines)
        {
            if (!warned)
            {
                warned = true;
                await ctx.StepAsync("warn", ct => checkout.RunAsync(cart.Id, ct));
            }

            if (isFirst && line.Length > 3)
            {
                await ctx.StepAsync("greet", ct => checkout.RunAsync(cart.Id, ct));
                isFirst = false;
            }

            if (!asked)
                await ctx.StepAsync({|AGT4008:"ask"|}, ct => checkout.RunAsync(cart.Id, ct));
            if (open)
            {
                open = true;
                await ctx.StepAsync({|AGT4008:"open"|}, ct => checkout.RunAsync(cart.Id, ct));
            }
        }
    }

    /// <summary>Pays within three tries, and keeps the failure.</summary>
    [Workflow]
    public async Task<string> PayAndKeepFailure(WorkflowContext ctx, Cart cart)
    {
        Exception? last = null;
        for (var tries = 0; tries < 3; tries++)
        {
            last = null;
            try
            {
                await ctx.StepAsync("pay", ct => checkout.RunAsync(cart.Id, ct));
            }
            catch (StepFailedException failure)
            {
                last = failure;
            }

            if (last is null)
                return "ok";
        }

        throw last!;
    }

    /// <summary>Gives up at the first failure, and pays again after a success.</summary>
    [Workflow]
    public async Task PayUntilFailure(WorkflowContext ctx, Cart cart)
    {
        for (var tries = 0; tries < 3; tries++)
        {
            Exception? last = null;
            try
            {
                await ctx.StepAsync({|AGT4008:"pay"|}, ct => checkout.RunAsync(cart.Id, ct));
            }
            catch (StepFailedException failure)
            {
                last = failure;
            }

            if (last != null)
                return;
        }
    }

    /// <summary>Does more in the first and in the last round.</summary>
    [Workflow]
    public async Task FirstAndLast(WorkflowContext ctx, Cart cart)
    {
        for (var i = 0; i < 3; i++)
        {
            if (i == 0)
                await ctx.StepAsync("first", ct => checkout.RunAsync(cart.Id, ct));
            if (i is 2)
                await ctx.StepAsync("last", ct => checkout.RunAsync(cart.Id, ct));
            if (i != 1)
                await ctx.StepAsync({|AGT4008:"outer"|}, ct => checkout.RunAsync(cart.Id, ct));
            for (var k = 0; k < 2; k++)
            {
                if (i == 1)
                    await ctx.StepAsync({|AGT4008:"middle"|}, ct => checkout.RunAsync(cart.Id, ct));
                if (k == 1)
                    await ctx.StepAsync({|AGT4008:"inner"|}, ct => checkout.RunAsync(cart.Id, ct));
            }
        }
    }

    private Task<string> LoginAsync(WorkflowContext ctx, Cart cart) => ctx.StepAsync("login_helper", ct => checkout.RunAsync(cart.Id, ct));
}
