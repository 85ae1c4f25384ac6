using System.Runtime.CompilerServices;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The dependence of each deal of a book on the factor.</summary>
/// <param name="Rho">The share of all deals, if they have the same.</param>
/// <param name="ByDeal">The share of each deal of the book, or null.</param>
internal readonly record struct FactorLoadings(double Rho, double[]? ByDeal)
{
    /// <summary>Gets whether no deal depends on the factor.</summary>
    public bool AreZero => Rho == 0 && (ByDeal is null || Array.TrueForAll(ByDeal, static rho => rho == 0));

    /// <summary>Gets how fast conditional probabilities change with the factor, for the deal that depends on it
    /// most.</summary>
    public double SteepestSlope
    {
        get
        {
            double rho = Rho;
            foreach (double own in ByDeal ?? [])
            {
                rho = Math.Max(rho, own);
            }

            return Math.Sqrt(rho / (1 - rho));
        }
    }

    /// <summary>Returns the share of a deal of the book.</summary>
    public double Of(int deal) => ByDeal is null ? Rho : ByDeal[deal];

    /// <summary>Returns loadings of deals with the same share.</summary>
    public static FactorLoadings Same(double rho) => new(rho, null);

    /// <summary>Returns loadings of the deals that a book of columns keeps: uncertain ones with an amount.</summary>
    public static FactorLoadings Each(
        ReadOnlySpan<decimal> amounts, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> rhos)
    {
        var kept = new List<double>(rhos.Length);
        for (int i = 0; i < rhos.Length; i++)
        {
            if (amounts[i] != 0 && probabilities[i] is > 0 and < 1)
            {
                kept.Add(rhos[i]);
            }
        }

        return new FactorLoadings(0, [.. kept]);
    }
}

/// <summary>Checks of the dependence on a factor.</summary>
internal static class FactorGuards
{
    /// <summary>Rejects a share outside of zero to below one, and NaN.</summary>
    public static double RequireRho(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < 1 ? value : throw DomainGuards.OutOfRange(name, value, "zero or more and below 1");
}
