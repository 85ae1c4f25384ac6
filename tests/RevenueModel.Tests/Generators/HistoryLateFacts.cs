using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Oracles.Billing;

namespace RevenueModel.Tests.Generators;

/// <summary>Histories in which some facts become known late.</summary>
internal static class HistoryLateFacts
{
    /// <summary>The history in which the usage of some days becomes known late.</summary>
    public static History OfUsage(History history, HistoryDice dice) => With(history, dice, (periods, after) =>
    {
        DateSpan service = periods[dice.From(0, after - 1)];
        LocalDate day = service.Start.PlusDays(dice.From(0, service.Days!.Value - 1));
        return new HistoryLateFact
        {
            After = after,
            Meter = dice.Of(HistoryPlans.Meters),
            Day = day,
            Quantity = dice.Percent(30) ? 0m : dice.Amount(60),
        };
    });

    /// <summary>
    /// The history in which one change of plan becomes known late; the same history if none is billed.
    /// </summary>
    public static History OfChange(History history, HistoryDice dice)
    {
        if (history.Changes.IsEmpty)
        {
            return history;
        }

        HistoryChange change = history.Changes[dice.From(0, history.Changes.Count - 1)];
        LocalDate on = new HistoryCalendar(history).EffectiveDay(change);
        DateSpan[] periods = [.. HistoryInvoices.Services(history)];
        int at = Array.FindIndex(periods, period => period.Contains(on));
        if (at < 0)
        {
            return history;
        }

        var fact = new HistoryLateFact { After = dice.From(at + 1, periods.Length), Change = change };
        return history with
        {
            Changes = history.Changes.Where(one => one != change).ToValueList(),
            Late = [.. history.Late, fact],
        };
    }

    /// <summary>The history in which a credit becomes known late.</summary>
    public static History OfCredit(History history, HistoryDice dice) => With(history, dice, (periods, after) =>
    {
        DateSpan first = periods[dice.From(0, after - 1)];
        LocalDate from = first.Start.PlusDays(dice.From(0, first.Days!.Value - 1));
        return new HistoryLateFact
        {
            After = after,
            Credit = new PrepaidCredit
            {
                Id = "late",
                Balance = dice.From(1, 400),
                Usable = dice.Percent(50)
                    ? DateSpan.From(from)
                    : DateSpan.Between(from, from.PlusDays(dice.From(1, 90))),
                Use = dice.Of(PrepaidUse.BeforeTax, PrepaidUse.AfterTax),
            },
        };
    });

    private static History With(History history, HistoryDice dice, Func<DateSpan[], int, HistoryLateFact> fact)
    {
        DateSpan[] periods = [.. HistoryInvoices.Services(history)];
        return history with { Late = [.. history.Late, fact(periods, dice.From(1, periods.Length))] };
    }
}
