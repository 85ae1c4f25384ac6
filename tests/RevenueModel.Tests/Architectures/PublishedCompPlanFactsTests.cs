using System.Text.Json;
using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Architectures;

/// <summary>Every figure of the facts files for roles.</summary>
public class PublishedCompPlanFactsTests
{
    private const string ItAndOtConsultants = "IT Solutions Consultant / OT Solutions Consultant (a pair)";
    private const string PartnerAccountManager = "Partner Account Manager";

    private static readonly Dictionary<string, RevenueArchitecture> Published = new(StringComparer.Ordinal)
    {
        ["industrial-iot-2027"] = PublishedArchitectures.IndustrialIot2027,
        ["ipaas-2027"] = PublishedArchitectures.Ipaas2027,
    };

    private static readonly Dictionary<string, CompMeasure> Measures = new(StringComparer.Ordinal)
    {
        ["quotaNewArr"] = CompMeasure.NewArr,
        ["quotaExpansionArr"] = CompMeasure.ExpansionArr,
        ["logoRetention"] = CompMeasure.LogoRetention,
        ["grossRetention"] = CompMeasure.GrossRetention,
        ["per-customer AI/digital-twin activation"] = CompMeasure.Activations,
        ["AI-attributed ROI"] = CompMeasure.AttributedRoi,
        ["per-customer agentic AI integration module activation"] = CompMeasure.Activations,
        ["AI-orchestration ARR"] = CompMeasure.Custom("AI-orchestration ARR"),
        ["partner-influenced pipeline"] = CompMeasure.PartnerInfluencedPipeline,
        ["partner-certified-consultant headcount"] = CompMeasure.CertifiedConsultants,
    };

    public static TheoryData<string, string> Roles
    {
        get
        {
            var roles = new TheoryData<string, string>();
            foreach (string document in Published.Keys)
            {
                foreach ((string role, _) in PublishedRoles(document))
                {
                    roles.Add(document, role);
                }
            }

            return roles;
        }
    }

    [Theory]
    [InlineData("industrial-iot-2027", 9)]
    [InlineData("ipaas-2027", 10)]
    public void RolesAreThePublishedOnes(string document, int count)
    {
        string[] roles = [.. Published[document].CompPlans.Select(plan => plan.Role)];

        Assert.Equal(count, roles.Length);
        Assert.Equal(PublishedRoles(document).Select(published => published.Role), roles);
    }

    // The whole plan is built from the file and compared; figures that the file does not publish are empty.
    [Theory]
    [MemberData(nameof(Roles))]
    public void EveryFigureOfAPlanIsAsPublished(string document, string role)
    {
        JsonElement facts = TestData.Facts(document);
        JsonElement published = PublishedRoles(document).Single(entry => entry.Role == role).Entry;
        RevenueArchitecture architecture = Published[document];
        PublishedCompPlan expected = new()
        {
            Role = role,
            Segment = role.EndsWith(" AE", StringComparison.Ordinal) ? SegmentOf(architecture, role[..^3]) : null,
            OnTargetEarnings = BandOf(published.GetProperty("ote")),
            PayMix = MixOf(published.GetProperty("payMix")),
        };
        List<PublishedMeasure> measures = [];
        foreach (JsonProperty figure in published.EnumerateObject())
        {
            JsonElement value = figure.Value;
            switch (figure.Name)
            {
                case "role" or "ote" or "payMix":
                    break;
                case "section":
                    expected = expected with { Citation = new Citation(facts.Text("document"), value.GetString()!) };
                    break;
                case "quotaNewArr" or "quotaExpansionArr":
                    measures.Add(PublishedMeasure.Of(Measures[figure.Name], BandOf(value)));
                    break;
                case "logoRetention" or "grossRetention":
                    measures.Add(PublishedMeasure.Of(
                        Measures[figure.Name], Band.Between(value.GetDecimal(), value.GetDecimal())));
                    break;
                case "variableOn":
                    measures.AddRange(
                        published.Texts(figure.Name).Select(words => PublishedMeasure.Of(Measures[words])));
                    break;
                case "residual":
                    Assert.Equal(["rate", "of", "months"], value.EnumerateObject().Select(part => part.Name));
                    expected = expected with
                    {
                        ResidualRate = BandOf(value.GetProperty("rate")),
                        ResidualOf = value.Text("of"),
                        ResidualMonths = value.GetProperty("months").GetInt32(),
                    };
                    break;
                case "vesting":
                    decimal[] shares = [.. value.EnumerateArray().Select(share => share.GetDecimal())];
                    expected = expected with { Vesting = VestingSchedule.Of(shares) };
                    break;
                case "draw":
                    expected = expected with { Draw = BandOf(value) };
                    break;
                case "quotaCreditGate":
                    Assert.Equal("IT and OT stakeholders both engaged", value.GetString());
                    expected = expected with
                    {
                        Gate = new CreditGate
                        {
                            Name = value.GetString()!,
                            RequiredEngagement = BuyerEngagement.Both,
                            Segments = [expected.Segment!],
                        },
                    };
                    break;
                case "perEnterpriseDeal":
                    Assert.Equal(ItAndOtConsultants, published.Text("role"));
                    expected = expected with
                    {
                        Coverage = new DealTeamCoverage
                        {
                            Roles = RolesOf(ItAndOtConsultants).ToValueList(),
                            PeoplePerDeal = value.GetInt32(),
                            Segment = SegmentOf(architecture, "Enterprise"),
                        },
                    };
                    break;
                case "winRateLossWithSingleConsultant":
                    expected = expected with
                    {
                        Coverage = expected.Coverage! with { WinRateLossWithOne = value.GetDecimal() },
                    };
                    break;
                case "architectRequiredFrom":
                    string from = SegmentOf(architecture, value.GetString()!);
                    expected = role == "Integration Architect"
                        ? expected with
                        {
                            Coverage = new DealTeamCoverage
                            {
                                Roles = ["Solutions Consultant", "Integration Architect"],
                                RequiredFromSegment = from,
                            },
                        }
                        : expected;
                    break;
                case "boutiqueShareOfMidMarketImplementations":
                    Assert.Equal(BandOf(value), architecture.Channel!.BoutiqueShareOfMidMarket);
                    break;
                default:
                    Assert.Fail($"The facts hold \"{figure.Name}\" of {role}, which no test asserts.");
                    break;
            }
        }

        // Mentioned outside the plans: in the bottom line of iPaaS and in its direct answer.
        bool isAccelerated = document == "ipaas-2027" && role.EndsWith(" AE", StringComparison.Ordinal);
        expected = expected with
        {
            Measures = measures.ToValueList(),
            AcceleratedProduct = isAccelerated ? "AI Integration" : null,
            OtherResidualOf = isAccelerated && role == "Mid-Market AE" ? "integration-volume tier upgrades" : null,
        };
        Assert.Equal(expected, WithoutAdditions(architecture.FindCompPlan(role)!));
    }

    // The condition of a loss, the topics of the consultants and the first year of a role are of the additions.
    private static PublishedCompPlan WithoutAdditions(PublishedCompPlan plan) => plan with
    {
        Since = null,
        Coverage = plan.Coverage is { } coverage ? coverage with { Condition = null, Scopes = [] } : null,
    };

    [Fact]
    public void APlanIsFoundByItsRoleIgnoringCase()
    {
        Assert.Equal("CSM", PublishedArchitectures.Ipaas2027.FindCompPlan("csm")!.Role);
        Assert.Null(PublishedArchitectures.Ipaas2027.FindCompPlan("IT Solutions Consultant"));
        Refusal.By<ArgumentNullException>(() => PublishedArchitectures.Ipaas2027.FindCompPlan(null!));
    }

    [Fact]
    public void ARoleHasOnePlan()
    {
        RevenueArchitecture ipaas = PublishedArchitectures.Ipaas2027;
        PublishedCompPlan plan = ipaas.CompPlans[0];

        var refused = Refusal.By<ArgumentException>(
            () => ipaas with { CompPlans = [plan, plan with { Role = "smb ae" }] });

        Assert.Equal("CompPlans", refused.ParamName);
    }

    [Fact]
    public void SmbAndEnterpriseHaveSeparatePlans() => Assert.All(Published.Values, architecture =>
    {
        PublishedCompPlan smb = architecture.FindCompPlan("SMB AE")!;
        PublishedCompPlan enterprise = architecture.FindCompPlan("Enterprise AE")!;

        Assert.NotEqual(smb.PayMix, enterprise.PayMix);
        Assert.NotEqual(smb.Vesting, enterprise.Vesting);
        Assert.Null(smb.Draw);
        Assert.NotNull(enterprise.Draw);
    });

    private static IEnumerable<(string Role, JsonElement Entry)> PublishedRoles(string document)
    {
        JsonElement facts = TestData.Facts(document);
        foreach (JsonElement entry in facts.GetProperty("roles").EnumerateArray())
        {
            foreach (string role in RolesOf(entry.Text("role")))
            {
                yield return (role, entry);
            }
        }

        if (facts.TryGetProperty("partnerAccountManager", out JsonElement manager))
        {
            yield return (PartnerAccountManager, manager);
        }
    }

    /// <summary>The roles that an entry joins. A slash without spaces is part of a name.</summary>
    private static string[] RolesOf(string entry) =>
        entry.Replace(" (a pair)", "", StringComparison.Ordinal).Split([" / ", "; "], StringSplitOptions.None);

    private static string SegmentOf(RevenueArchitecture architecture, string start) =>
        architecture.Segmentation.Segments.Single(s => s.Name.StartsWith(start + " ", StringComparison.Ordinal)).Name;

    private static Band<decimal> BandOf(JsonElement pair)
    {
        Assert.Equal(2, pair.GetArrayLength());
        return Band.Between(pair[0].GetDecimal(), pair[1].GetDecimal());
    }

    private static PayMix MixOf(JsonElement pair)
    {
        Assert.Equal(2, pair.GetArrayLength());
        return PayMix.OfPercent(pair[0].GetInt32(), pair[1].GetInt32());
    }
}
