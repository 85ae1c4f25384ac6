using System.Runtime.InteropServices;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Computes the use of prepaid credits, and the balances that are carried to the next period.</summary>
/// <remarks>Credits are used by priority, lowest number first; then by expiry, earliest first; then in the order
/// given. Balances are never negative, and expired and forfeited amounts are reported.</remarks>
public static class PrepaidCalculator
{
    /// <summary>Covers an amount on a day from credits.</summary>
    /// <param name="credits">The credits; ids are distinct.</param>
    /// <param name="amount">The amount to cover, in the unit of the credits: money or units; zero or more.</param>
    /// <param name="on">The day. Only credits that are usable on it are used.</param>
    /// <returns>The amounts used, the credits after use, and the uncovered amount.</returns>
    /// <exception cref="ArgumentException">The amount is negative, or two credits have the same id.</exception>
    /// <example><code>
    /// PrepaidCredit[] credits =
    /// [
    ///     new() { Id = "annual", Balance = 500m },
    ///     new() { Id = "promotion", Balance = 50m, Usable = DateSpan.Year(2027) },
    /// ];
    /// BurnDown result = PrepaidCalculator.BurnDown(credits, amount: 120m, on: new LocalDate(2027, 3, 1));
    /// Console.WriteLine(result.Draws[0]); // promotion: 50 used (0 left)
    /// Console.WriteLine(result.Draws[1]); // annual: 70 used (430 left)
    /// </code></example>
    public static BurnDown BurnDown(ReadOnlySpan<PrepaidCredit> credits, decimal amount, LocalDate on) =>
        BurnDown(credits, amount, OrderOfUse(credits, on));

    /// <inheritdoc cref="BurnDown(ReadOnlySpan{PrepaidCredit}, decimal, LocalDate)"/>
    public static BurnDown BurnDown(IEnumerable<PrepaidCredit> credits, decimal amount, LocalDate on) =>
        BurnDown(credits.AsItems(), amount, on);

    /// <summary>Covers an amount in a period from credits.</summary>
    /// <param name="credits">The credits; ids are distinct.</param>
    /// <param name="amount">The amount to cover, in the unit of the credits: money or units; zero or more.</param>
    /// <param name="within">The period. Only credits that are usable on a day of it are used.</param>
    /// <returns>The amounts used, the credits after use, and the uncovered amount.</returns>
    /// <exception cref="ArgumentException">The amount is negative, or two credits have the same id.</exception>
    public static BurnDown BurnDown(ReadOnlySpan<PrepaidCredit> credits, decimal amount, DateSpan within)
    {
        return BurnDown(credits, amount, OrderOfUse(credits, within));
    }

    private static BurnDown BurnDown(ReadOnlySpan<PrepaidCredit> credits, decimal amount, List<int> order)
    {
        PrepaidCredit[] after = credits.ToArray();
        var draws = new List<PrepaidDraw>();
        decimal left = Guard.Against.BelowZero(amount);
        foreach (int index in order)
        {
            decimal used = Math.Min(left, after[index].Balance);
            if (used > 0m)
            {
                after[index] = after[index] with { Balance = after[index].Balance - used };
                draws.Add(new PrepaidDraw(after[index].Id, used, after[index].Balance));
                left -= used;
            }
        }

        return new BurnDown
        {
            Draws = draws.ToValueList(),
            Credits = ValueList.Own(after),
            Covered = amount - left,
            Uncovered = left,
        };
    }

    /// <inheritdoc cref="BurnDown(ReadOnlySpan{PrepaidCredit}, decimal, DateSpan)"/>
    public static BurnDown BurnDown(IEnumerable<PrepaidCredit> credits, decimal amount, DateSpan within) =>
        BurnDown(credits.AsItems(), amount, within);

    /// <summary>Returns the sum of the balances that are usable on a day.</summary>
    /// <param name="credits">The credits.</param>
    /// <param name="on">The day.</param>
    /// <returns>The sum in the unit of the credits; zero if no credit is usable.</returns>
    /// <exception cref="ArgumentException">A credit is null, or the sum does not fit a decimal.</exception>
    public static decimal Balance(ReadOnlySpan<PrepaidCredit> credits, LocalDate on)
    {
        decimal balance = 0m;
        int i = 0;
        try
        {
            for (; i < credits.Length; i++)
            {
                PrepaidCredit credit = Guard.Against.Null(credits[i], nameof(credits));
                balance += credit.Usable.Contains(on) ? credit.Balance : 0m;
            }
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(credits[i], overflow);
        }

        return balance;
    }

    /// <inheritdoc cref="Balance(ReadOnlySpan{PrepaidCredit}, LocalDate)"/>
    public static decimal Balance(IEnumerable<PrepaidCredit> credits, LocalDate on) => Balance(credits.AsItems(), on);

    /// <summary>Closes a period: credits that expire are removed, and the others are carried over by their rollover
    /// rule.</summary>
    /// <param name="credits">The credits at the end of the period; ids are distinct.</param>
    /// <param name="next">The first day of the next period. A credit that is no longer usable on it expires.</param>
    /// <param name="overage">The overage of the period that is deducted from the carried credits; zero or more.
    /// Default: zero, for overage that is billed.</param>
    /// <returns>The carried credits, and the amounts that expired, were forfeited, were added or were
    /// deducted.</returns>
    /// <exception cref="ArgumentException">The overage is negative, or two credits have the same id.</exception>
    public static PrepaidClose Close(ReadOnlySpan<PrepaidCredit> credits, LocalDate next, decimal overage = 0m)
    {
        RequireDistinct(credits);
        Guard.Against.BelowZero(overage);
        var carried = new List<PrepaidCredit>();
        decimal expired = 0m;
        decimal forfeited = 0m;
        decimal toppedUp = 0m;
        int i = 0;
        try
        {
            for (; i < credits.Length; i++)
            {
                PrepaidCredit credit = credits[i];
                if (credit.Expires <= next)
                {
                    expired += credit.Balance;
                    continue;
                }

                decimal balance = credit.Rollover is { } rollover && credit.Usable.Start < next
                    ? rollover.Carry(credit.Balance)
                    : credit.Balance;
                forfeited += Math.Max(credit.Balance - balance, 0m);
                toppedUp += Math.Max(balance - credit.Balance, 0m);
                carried.Add(credit with { Balance = balance });
            }
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(credits[i], overflow);
        }

        BurnDown burn = BurnDown(CollectionsMarshal.AsSpan(carried), overage, next);
        return new PrepaidClose
        {
            Credits = burn.Credits,
            Expired = expired,
            Forfeited = forfeited,
            ToppedUp = toppedUp,
            OverageCovered = burn.Covered,
            Overage = burn.Uncovered,
        };
    }

    /// <inheritdoc cref="Close(ReadOnlySpan{PrepaidCredit}, LocalDate, decimal)"/>
    public static PrepaidClose Close(IEnumerable<PrepaidCredit> credits, LocalDate next, decimal overage = 0m) =>
        Close(credits.AsItems(), next, overage);

    private static ArgumentException TooLarge(PrepaidCredit credit, OverflowException overflow) =>
        DomainGuards.Overflow($"The sum of the balances up to credit \"{credit.Id}\"", "credits", overflow);

    /// <summary>Returns the positions of the credits that are usable within a span, in the order of use.</summary>
    internal static List<int> OrderOfUse(ReadOnlySpan<PrepaidCredit> credits, DateSpan within)
    {
        RequireDistinct(credits);
        var order = new List<int>();
        for (int i = 0; i < credits.Length; i++)
        {
            if (credits[i].Usable.Overlaps(within))
            {
                order.Add(i);
            }
        }

        return Sorted(credits, order);
    }

    /// <summary>Returns the positions of the credits that are usable on a day, in the order of use.</summary>
    internal static List<int> OrderOfUse(ReadOnlySpan<PrepaidCredit> credits, LocalDate day)
    {
        RequireDistinct(credits);
        var order = new List<int>();
        for (int i = 0; i < credits.Length; i++)
        {
            if (credits[i].Usable.Contains(day))
            {
                order.Add(i);
            }
        }

        return Sorted(credits, order);
    }

    private static List<int> Sorted(ReadOnlySpan<PrepaidCredit> credits, List<int> order)
    {
        PrepaidCredit[] all = credits.ToArray();
        order.Sort((left, right) => Compare(all[left], all[right]) is var compared and not 0
            ? compared
            : left.CompareTo(right));
        return order;
    }

    private static int Compare(PrepaidCredit left, PrepaidCredit right)
    {
        int byPriority = left.Priority.CompareTo(right.Priority);
        return (byPriority, left.Expires, right.Expires) switch
        {
            (not 0, _, _) => byPriority,
            (_, null, null) => 0,
            (_, null, _) => 1,
            (_, _, null) => -1,
            (_, { } first, { } second) => first.CompareTo(second),
        };
    }

    private static void RequireDistinct(ReadOnlySpan<PrepaidCredit> credits) =>
        DomainGuards.RequireDistinct(
            ValueList.Create(credits), static credit => credit.Id, nameof(credits), "distinct id");
}
