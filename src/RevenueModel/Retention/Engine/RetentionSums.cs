using System.Numerics;

namespace RevenueModel.Retention;

/// <summary>The sums of an analysis by group and month, in whole units. Rows of accounts are added to them.</summary>
/// <remarks>
/// Sums are whole numbers, so that they do not depend on the order of the accounts. The caller chooses a type in which
/// the sum of all amounts fits; no sum here exceeds it.
/// </remarks>
internal sealed class RetentionSums<T>
    where T : struct, IBinaryInteger<T>
{
    /// <summary>Creates sums of zero.</summary>
    /// <exception cref="ArgumentException">There are more groups than an array has places for.</exception>
    public RetentionSums(RetentionPlan plan, int groups)
    {
        RequireSize(plan, groups);
        Plan = plan;
        Groups = groups;
        int stride = plan.Stride;
        bool hasBridge = plan.Asks(RetentionParts.Bridge);
        bool hasWindows = plan.Asks(RetentionParts.Windows);
        bool hasCohorts = plan.Asks(RetentionParts.Cohorts);
        Amounts = hasBridge ? new T[groups * Movement.Count * stride] : [];
        Counts = hasBridge ? new long[groups * Movement.Count * stride] : [];
        WindowAmounts = hasWindows ? new T[groups * WindowFigure.AmountCount * stride] : [];
        WindowCounts = hasWindows ? new long[groups * WindowFigure.CountCount * stride] : [];
        CohortAmounts = hasCohorts ? new T[groups * (plan.Months + 1) * stride] : [];
        CohortLogos = hasCohorts ? new long[groups * (plan.Months + 1) * stride] : [];
    }

    public RetentionPlan Plan { get; }

    public int Groups { get; }

    /// <summary>Gets the amounts of movements: group, movement, position of the month or period.</summary>
    public T[] Amounts { get; }

    /// <summary>Gets the counts of movements.</summary>
    public long[] Counts { get; }

    /// <summary>Gets the amounts of windows: group, figure, position of the last month.</summary>
    public T[] WindowAmounts { get; }

    /// <summary>Gets the counts of windows.</summary>
    public long[] WindowCounts { get; }

    /// <summary>Gets the amounts of cohorts: group, position of the start, age.</summary>
    public T[] CohortAmounts { get; }

    /// <summary>Gets the accounts with revenue of cohorts.</summary>
    public long[] CohortLogos { get; }

    private static void RequireSize(RetentionPlan plan, int groups)
    {
        int rows = plan.Asks(RetentionParts.Cohorts) ? Math.Max(plan.Months + 1, Movement.Count) : Movement.Count;
        long each = (long)plan.Stride * rows;
        if (groups > Array.MaxLength / each)
        {
            throw new ArgumentException(
                Invariant($"{plan.Name} had {groups:#,0} groups in {plan.Months:#,0} months; at most ")
                    + Invariant($"{Array.MaxLength / each:#,0} groups of that many months are expected."),
                plan.Name);
        }
    }

    public int MovementAt(int group, int movement) => ((group * Movement.Count) + movement) * Plan.Stride;

    public int WindowAmountAt(int group, int figure) => ((group * WindowFigure.AmountCount) + figure) * Plan.Stride;

    public int WindowCountAt(int group, int figure) => ((group * WindowFigure.CountCount) + figure) * Plan.Stride;

    public int CohortAt(int group, int start) => ((group * (Plan.Months + 1)) + start) * Plan.Stride;
}

/// <summary>The positions of movements.</summary>
internal static class Movement
{
    public const int New = 0;
    public const int Expansion = 1;
    public const int Contraction = 2;
    public const int Churn = 3;
    public const int Reactivation = 4;
    public const int LateRenewal = 5;
    public const int Count = 6;
}

/// <summary>The positions of the figures of a window.</summary>
internal static class WindowFigure
{
    public const int Opening = 0;
    public const int Ending = 1;
    public const int GrossEnding = 2;
    public const int AmountCount = 3;

    public const int OpeningCount = 0;
    public const int Retained = 1;
    public const int Expanded = 2;
    public const int Contracted = 3;
    public const int CountCount = 4;
}
