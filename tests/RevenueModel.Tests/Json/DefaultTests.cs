using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using RevenueModel.Json;

namespace RevenueModel.Tests.Json;

/// <summary>A member that a text leaves out means what the record means by a property that is not set.</summary>
public class DefaultTests
{
    public static TheoryData<Type> EachWithInitializer => [.. RecordTypes.All
        .Where(type => !type.IsAbstract && type.IsClass && type.GetConstructor(Type.EmptyTypes) is not null)];

    [Theory, MemberData(nameof(EachWithInitializer))]
    public void AnAbsentMemberMeansTheDefaultOfTheRecord(Type type)
    {
        int compared = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            object full = new RecordDice(seed).Create(type);
            object expected = Activator.CreateInstance(type)!;
            foreach (PropertyInfo property in type.GetProperties()
                .Where(property => property.IsDefined(typeof(RequiredMemberAttribute))))
            {
                property.SetValue(expected, property.GetValue(full));
            }

            try
            {
                object read = JsonAssert.Read(type, Minimal(type, full));
                Assert.Equal(expected, read);
                Assert.Equal(JsonAssert.Write(type, expected), JsonAssert.Write(type, read));
                compared++;
            }
            catch (JsonException)
            {
                // A tax line without its basis, for instance, is not valid.
            }
        }

        Assert.True(compared > 0, $"no {type.Name} was compared");
    }

    private static string Minimal(Type type, object full)
    {
        JsonObject json = JsonNode.Parse(JsonAssert.Write(type, full))!.AsObject();
        object shape = AllShapes.Table.Find(type)!;
        HashSet<string> required = [];
        foreach (object member in (IEnumerable)shape.GetType().GetProperty("Members")!.GetValue(shape)!)
        {
            if ((bool)member.GetType().GetProperty("IsRequired")!.GetValue(member)!)
            {
                required.Add((string)member.GetType().GetProperty("Name")!.GetValue(member)!);
            }
        }

        foreach (string name in json.Select(member => member.Key).Where(name => !required.Contains(name)).ToList())
        {
            json.Remove(name);
        }

        return json.ToJsonString();
    }
}
