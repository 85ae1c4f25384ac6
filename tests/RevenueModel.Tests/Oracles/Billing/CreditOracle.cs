using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>Prepaid credits as their comments have them: minor unit by minor unit would give the same.</summary>
internal static class CreditOracle
{
    /// <summary>Takes an amount from the credits of a list, which changes, and says what from which.</summary>
    public static IReadOnlyList<PrepaidDraw> Burn(List<PrepaidCredit> credits, decimal amount, DateSpan service)
    {
        var draws = new List<PrepaidDraw>();
        PrepaidCredit[] usable =
        [
            .. credits
                .Where(credit => credit.Usable.Start < service.End && !(credit.Usable.End <= service.Start) && credit.Balance > 0m)
                .OrderBy(credit => credit.Priority)
                .ThenBy(credit => credit.Usable.End ?? LocalDate.MaxIsoValue),
        ];
        foreach (PrepaidCredit credit in usable.TakeWhile(_ => amount > 0m))
        {
            decimal used = amount < credit.Balance ? amount : credit.Balance;
            amount -= used;
            credits[credits.IndexOf(credit)] = credit with { Balance = credit.Balance - used };
            draws.Add(new PrepaidDraw(credit.Id, used, credit.Balance - used));
        }

        return draws;
    }

    public static OracleClose Close(IEnumerable<PrepaidCredit> credits, LocalDate next)
    {
        var carried = new List<PrepaidCredit>();
        decimal expired = 0m;
        decimal forfeited = 0m;
        decimal toppedUp = 0m;
        foreach (PrepaidCredit credit in credits)
        {
            if (credit.Usable.End is { } end && end <= next)
            {
                expired += credit.Balance;
            }
            else if (credit.Rollover is { } rollover && credit.Usable.Start < next)
            {
                forfeited += credit.Balance > rollover.Maximum ? credit.Balance - rollover.Maximum : 0m;
                toppedUp += credit.Balance < rollover.Minimum ? rollover.Minimum - credit.Balance : 0m;
                carried.Add(credit with { Balance = Math.Clamp(credit.Balance, rollover.Minimum, rollover.Maximum) });
            }
            else
            {
                carried.Add(credit);
            }
        }

        return new OracleClose(carried, expired, forfeited, toppedUp);
    }
}
