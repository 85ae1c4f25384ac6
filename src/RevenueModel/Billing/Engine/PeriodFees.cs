using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The base fees of a billing period in which plans change, by the convention of each change.</summary>
internal static class PeriodFees
{
    /// <summary>Returns the fees of a billing period that is also the fee period.</summary>
    /// <param name="account">The account.</param>
    /// <param name="plan">The plans of the period.</param>
    public static List<FeePiece> Of(BillingAccount account, PeriodPlan plan)
    {
        LocalDate end = EndOf(account, plan.Service, plan.Span);
        List<FeePiece> pieces = [Piece(plan, 0, DateSpan.Between(plan.Service.Start, end))];
        for (int part = 1; part < plan.Parts.Length; part++)
        {
            LocalDate on = plan.Parts[part].Days.Start;
            FeePiece rest = Piece(plan, part, DateSpan.Between(on, end));
            FeePiece old = pieces[^1];
            switch (plan.Parts[part].Change)
            {
                case PlanChangeConvention.FullDifference:
                    pieces[^1] = Piece(plan, part, DateSpan.Between(old.Days.Start, end));
                    break;
                case PlanChangeConvention.NoRefund
                    when !DivisionNoise.Reaches(Net(rest), Net(Piece(plan, old.Part, rest.Days))):
                    break; // the old fee still applies
                default:
                    pieces[^1] = Piece(plan, old.Part, DateSpan.Between(old.Days.Start, on));
                    pieces.Add(rest);
                    break;
            }
        }

        return pieces;
    }

    /// <summary>Returns the end of the days for which a fee is owed: the end of the service, or of the whole period if
    /// the fee is owed in full when a contract ends early.</summary>
    public static LocalDate EndOf(BillingAccount account, DateSpan service, DateSpan whole) =>
        account.ContractEnd is { Fee: EarlyEndFee.InFull } ? whole.End!.Value : service.End!.Value;

    /// <summary>Returns a fee after the percent discount of its plan.</summary>
    public static decimal Net(in FeePiece piece) => piece.Amount * (1m - piece.Plan.PercentDiscount);

    private static FeePiece Piece(PeriodPlan plan, int part, DateSpan days)
    {
        PricePlan of = plan.Parts[part].Plan;
        PeriodShare share = plan.ShareOf(of, days);
        return new FeePiece(of, part, days, share.Of(of.BaseFee), share);
    }
}
