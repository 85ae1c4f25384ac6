using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Numerics.Fractions;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>A sum of lines in two columns: exact, and as the lines are rounded.</summary>
/// <param name="round">Rounds a line; the identity if lines are exact.</param>
internal sealed class HistoryColumn(Func<ExactFraction, ExactFraction> round)
{
    public ExactFraction Sum { get; private set; }

    public ExactFraction Rounded { get; private set; }

    public ExactFraction Round(ExactFraction amount) => round(amount);

    /// <summary>A price or a fee.</summary>
    public void Add(ExactFraction amount) => Write(amount, round(amount));

    public void Add(HistoryColumn other) => Write(other.Sum, other.Rounded);

    /// <summary>
    /// A discount: at most the sum of the rounded lines, and exactly that sum if it deducts everything.
    /// </summary>
    public void Deduct(ExactFraction amount)
    {
        if (amount != Zero)
        {
            Write(Zero - amount, Zero - (amount == Sum ? Rounded : Min(round(amount), Rounded)));
        }
    }

    /// <summary>Raises the sum to a minimum.</summary>
    public void AtLeast(ExactFraction bound) => AtLeast(bound, round(bound));

    public void AtLeast(ExactFraction bound, ExactFraction roundedBound)
    {
        if (Sum < bound || Rounded < roundedBound)
        {
            Write(Max(bound - Sum, Zero), roundedBound - Rounded);
        }
    }

    /// <summary>Lowers the sum to a maximum.</summary>
    public void AtMost(ExactFraction bound)
    {
        ExactFraction roundedBound = round(bound);
        if (Sum > bound || Rounded > roundedBound)
        {
            Write(Min(bound - Sum, Zero), roundedBound - Rounded);
        }
    }

    private void Write(ExactFraction amount, ExactFraction rounded)
    {
        Sum += amount;
        Rounded += rounded;
    }
}
