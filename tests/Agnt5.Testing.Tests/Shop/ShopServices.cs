using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Testing.Tests.Shop;

internal static class ShopServices
{
    public static IServiceCollection AddShop(this IServiceCollection services, IPayments payments, IChatClient? model = null) =>
        services.AddSingleton(payments).AddSingleton(model ?? new ScriptedChatClient());
}
