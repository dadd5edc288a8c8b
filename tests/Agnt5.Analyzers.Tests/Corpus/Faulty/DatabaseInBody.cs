// A database context used in the body (after questions about Durable Functions and entity frameworks).
using Microsoft.EntityFrameworkCore;

namespace Microsoft.EntityFrameworkCore
{
    public class DbContext
    {
        public virtual Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => Task.FromResult(0);
    }

    public class DbSet<T>
        where T : class
    {
        public virtual ValueTask<T?> FindAsync(params object?[]? keyValues) => default;

        public virtual void Add(T entity)
        {
        }
    }
}

namespace Shop
{
    public sealed record Signup(string Email);

    public sealed class Account
    {
        public string Email { get; set; } = "";

        public bool Active { get; set; }
    }

    public sealed class ShopContext : DbContext
    {
        public DbSet<Account> Accounts { get; } = new();
    }

    public sealed class DatabaseInBody(ShopContext db)
    {
        /// <summary>Activates an account.</summary>
        [Workflow]
        public async Task<bool> Activate(WorkflowContext ctx, Signup signup)
        {
            var account = await {|AGT4004:db.Accounts.FindAsync(signup.Email)|};
            if (account is null || await ctx.AskAsync($"Activate {signup.Email}?", Question.Approval) is not "approve")
                return false;

            account.Active = true;
            await {|AGT4004:db.SaveChangesAsync(ctx.CancellationToken)|};
            await ctx.StepAsync("audit", ct => db.SaveChangesAsync(ct));
            return true;
        }
    }
}
