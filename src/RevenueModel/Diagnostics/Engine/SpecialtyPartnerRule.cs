using RevenueModel.Architectures;
using RevenueModel.Segments;

namespace RevenueModel.Diagnostics;

/// <summary>A largest segment without partners who specialize in operational technology. The pipeline that exists is
/// what is left of the pipeline that could.</summary>
internal sealed class SpecialtyPartnerRule() : ReviewRule(
    ReviewRuleIds.NoSpecialtyPartners,
    "No partner who specializes in operational technology",
    ReviewSeverity.Serious,
    "Build a channel of integrators for the plant floor beside the general integrators, with its own manager and pay.",
    RuleSources.IndustrialIot("7.2"))
{
    public override string? FindMissing(ReviewContext context)
    {
        if (context.Channel is not { PipelineLostWithoutSpecialtyIntegrators: not null, SpecialtyKind: not null })
        {
            return "no loss of pipeline without specialty integrators (ChannelFigures)";
        }

        if (context.Architecture.Segmentation.Segments.IsEmpty
            || context.Marks.PlaceOfPartnerKind(context.Channel.SpecialtyKind) < 0)
        {
            return Invariant($"no partners of the kind \"{context.Channel.SpecialtyKind}\" ")
                + "(RevenueArchitecture.PartnerKinds)";
        }

        return context.DealsBySegment[^2].ByPartnerKind.Any(static kind => kind.Value > 0)
            ? null
            : "no deal of the largest segment in the window has a partner of a known kind (Opportunity.Partners and "
                + "RevenueArchitecture.PartnerKinds)";
    }

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        ChannelFigures channel = context.Channel!;
        decimal lost = channel.PipelineLostWithoutSpecialtyIntegrators.GetValueOrDefault();
        Segment segment = context.Architecture.Segmentation.Segments[^1];
        SegmentDeals deals = context.DealsBySegment[^2];
        int place = context.Marks.PlaceOfPartnerKind(channel.SpecialtyKind!);
        if (deals.ByPartnerKind[place].Value > 0)
        {
            yield break;
        }

        CostClaim[] costs = lost < 1m
            ?
            [
                new CostClaim
                {
                    Pool = CostPool.Of(CostPoolKind.MissingPipeline, segment.Name),
                    BaseName = "of pipeline created",
                    Base = context.PerYear(deals.CreatedAmount),
                    Share = ShareBetween(
                        Math.Min(lost / (1m - lost), 1m) * segment.WinRate.Min,
                        Math.Min(lost / (1m - lost), 1m) * (segment.WinRate.Max ?? 1m)),
                    ShareName = Invariant($"{lost:0.##%} / (1 - {lost:0.##%}) is missing × win rate of ")
                        + FigureText.Of(segment.WinRate, FigureUnit.Percent),
                },
            ]
            : [];
        yield return Finding(
            segment.Name,
            [
                ReviewFigure.Of("deals with partners", deals.WithPartners),
                ReviewFigure.Of("of these with " + channel.SpecialtyKind, 0m),
                ReviewFigure.Of("published loss of pipeline", lost, FigureUnit.Percent),
            ],
            costs,
            "no deal was created in the window");
    }
}
