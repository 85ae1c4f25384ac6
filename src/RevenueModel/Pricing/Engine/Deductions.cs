
namespace RevenueModel.Pricing;

/// <summary>Deducts discounts from an amount. Nothing is computed if there is no discount.</summary>
internal static class Deductions
{
    /// <summary>Deducts an amount, down to zero.</summary>
    /// <returns>The deducted amount.</returns>
    public static decimal TakeAmount(ref decimal amount, decimal discount)
    {
        if (discount == 0m)
        {
            return 0m;
        }

        decimal taken = Math.Min(discount, amount);
        amount -= taken;
        return taken;
    }

    /// <summary>Deducts a share.</summary>
    /// <returns>The deducted amount.</returns>
    public static decimal TakeShare(ref decimal amount, decimal share)
    {
        if (share == 0m)
        {
            return 0m;
        }

        decimal taken = amount * share;
        amount -= taken;
        return taken;
    }
}
