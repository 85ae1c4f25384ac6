
namespace RevenueModel.Pricing;

/// <summary>What discounts take off an amount; where there is none, nothing is computed.</summary>
internal static class Deductions
{
    /// <summary>Takes an amount off, not below zero.</summary>
    /// <returns>What was taken off.</returns>
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

    /// <summary>Takes a share off.</summary>
    /// <returns>What was taken off.</returns>
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
