using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>How prepaid credits are used, and what is carried of them.</summary>
/// <remarks>Credits are used by priority, the lowest first; of one priority, that which expires first; then in the order
/// given. A balance is never below zero, and nothing is lost without being said.</remarks>
public static class PrepaidCalculator
{
    /// <summary>Covers an amount of one day from credits.</summary>
    /// <param name="credits">The credits; names are distinct.</param>
    /// <param name="amount">What is to be covered, zero or more: money, or units where the credits are units.</param>
    /// <param name="on">The day, on which a credit has to be usable.</param>
    /// <exception cref="ArgumentException">The amount is negative, or two credits have the same name.</exception>
    public static BurnDown BurnDown(ValueList<PrepaidCredit> credits, decimal amount, LocalDate on) =>
        BurnDown(credits, amount, DayOf(on));

    /// <summary>Covers an amount of a period from credits.</summary>
    /// <param name="credits">The credits; names are distinct.</param>
    /// <param name="amount">What is to be covered, zero or more: money, or units where the credits are units.</param>
    /// <param name="within">The period, on a day of which a credit has to be usable.</param>
    /// <exception cref="ArgumentException">The amount is negative, or two credits have the same name.</exception>
    public static BurnDown BurnDown(ValueList<PrepaidCredit> credits, decimal amount, DateSpan within)
    {
        RequireDistinct(credits);
        PrepaidCredit[] after = credits.AsSpan().ToArray();
        var draws = new List<PrepaidDraw>();
        decimal left = Guard.Against.BelowZero(amount);
        foreach (int index in OrderOfUse(credits, within))
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

    /// <summary>What credits can cover on a day.</summary>
    /// <param name="credits">The credits.</param>
    /// <param name="on">The day.</param>
    public static decimal Balance(ValueList<PrepaidCredit> credits, LocalDate on)
    {
        decimal balance = 0m;
        foreach (PrepaidCredit credit in credits)
        {
            balance += Guard.Against.Null(credit, nameof(credits)).Usable.Contains(on) ? credit.Balance : 0m;
        }

        return balance;
    }

    /// <summary>Closes a period: credits that expire are gone, and the others are carried as their rollover says.</summary>
    /// <param name="credits">The credits at the end of the period; names are distinct.</param>
    /// <param name="next">The first day of the next period: a credit that is not usable on it any more expires.</param>
    /// <param name="overage">Overage of the period that is carried over and taken from what the credits bring to the next
    /// one, zero or more; zero unless said, where overage is billed.</param>
    /// <exception cref="ArgumentException">The overage is negative, or two credits have the same name.</exception>
    public static PrepaidClose Close(ValueList<PrepaidCredit> credits, LocalDate next, decimal overage = 0m)
    {
        RequireDistinct(credits);
        Guard.Against.BelowZero(overage);
        var carried = new List<PrepaidCredit>();
        decimal expired = 0m;
        decimal forfeited = 0m;
        decimal toppedUp = 0m;
        foreach (PrepaidCredit credit in credits)
        {
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

        BurnDown burn = BurnDown(carried.ToValueList(), overage, next);
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

    private static DateSpan DayOf(LocalDate date) => DateSpan.Between(date, date.PlusDays(1));

    private static List<int> OrderOfUse(ValueList<PrepaidCredit> credits, DateSpan within)
    {
        var order = new List<int>();
        for (int i = 0; i < credits.Count; i++)
        {
            if (credits[i].Usable.Overlaps(within))
            {
                order.Add(i);
            }
        }

        order.Sort((left, right) => Compare(credits[left], credits[right]) is var compared and not 0
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

    private static void RequireDistinct(ValueList<PrepaidCredit> credits) =>
        DomainGuards.RequireDistinct(credits, static credit => credit.Id, nameof(credits), "name");
}
