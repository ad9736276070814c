namespace Skiff.Bindings.Tests;

/// <summary>Which files, worlds and features bindings are made of.</summary>
public sealed class InputTests
{
    private static readonly AdditionalWit s_chat = new(
        "/chat/chat.wit",
        """
        package test:chat@1.0.0;
        interface users { resource user { name: func() -> string; } record room { id: u32 } }
        world chat { use users.{user}; import wasi:clocks/monotonic-clock@0.2.12; import log: func(text: string); export greet: func(it: borrow<user>); }
        """,
        "/chat");

    private static readonly AdditionalWit s_bot = new(
        "/bot/bot.wit",
        """
        package test:bot;
        interface brain { use test:chat/users@1.0.0.{room, user}; think: func(in: room, about: user) -> string; }
        world bot { import brain; import wasi:clocks/monotonic-clock@0.2.12; import now: func() -> u64; export run: func(); export brain; }
        world quiet { import brain; }
        """,
        "/bot",
        "bot");

    [Fact]
    public void Several_worlds_share_what_they_both_have()
    {
        string implementations = ThrowingClasses.For(GeneratedCode.Of([s_chat, s_bot]).Compilation);
        GeneratedCode code = GeneratedCode.Of([s_chat, s_bot], implementations).Clean();

        Assert.Contains("public static void Log(string text)", code.Files["Test.Chat.Chat.g.cs"], StringComparison.Ordinal);
        Assert.Contains("public static ulong Now()", code.Files["Test.Bot.Bot.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Wasi.Clocks.MonotonicClock.g.cs", code.Files.Keys);
        Assert.Contains("string Think(Test.Chat.Users.Room @in, Test.Chat.Users.User about)", code.Files["Test.Bot.Brain.g.cs"], StringComparison.Ordinal);
        string worlds = code.Files["Skiff.World.g.cs"];
        Assert.Contains("\"test:chat/chat@1.0.0\\n", worlds, StringComparison.Ordinal);
        Assert.Contains("\"test:bot/bot\\n", worlds, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quiet;bot")]
    [InlineData("quiet, bot")]
    public void One_folder_can_give_several_worlds(string worlds)
    {
        AdditionalWit both = new(s_bot.Path, s_bot.Text, "/bot", worlds);
        AdditionalWit users = new("/bot/deps/chat.wit", s_chat.Text, "/bot", worlds);
        GeneratedCode code = GeneratedCode.Of([both, users], ThrowingClasses.For(GeneratedCode.Of([both, users]).Compilation)).Clean();

        Assert.Equal(2, code.Files["Skiff.World.g.cs"].Split("[assembly:").Length - 1);
    }

    [Fact]
    public void The_order_of_files_changes_nothing()
    {
        AdditionalWit more = new("/chat/more.wit", "package test:chat@1.0.0; interface rooms { use users.{room}; all: func() -> list<room>; }", "/chat");

        string expected = GeneratedCode.Of([s_chat, more, s_bot]).Text;

        Assert.Equal(expected, GeneratedCode.Of([s_bot, more, s_chat]).Text);
        Assert.Equal(expected, GeneratedCode.Of([more, s_bot, s_chat]).Text);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("other", false)]
    [InlineData("later;other", true)]
    public void Unstable_items_are_there_when_their_feature_is_asked_for(string features, bool isThere)
    {
        AdditionalWit file = new(
            "/wit/test.wit",
            "package a:b@1.0.0; interface i { @unstable(feature = later) record r { n: u32 } @unstable(feature = later) f: func(it: r); g: func(); } world w { import i; }",
            features: features);

        GeneratedCode code = GeneratedCode.Of([file]).Clean();

        Assert.Equal(isThere, code.Files["A.B.I.g.cs"].Contains("public static void F(R it)", StringComparison.Ordinal));
        Assert.Equal(isThere, code.Files["Skiff.World.g.cs"].Contains("f: func(it: r)", StringComparison.Ordinal));
        Assert.DoesNotContain("@unstable", code.Files["Skiff.World.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Exported_functions_return_results_when_that_is_asked_for()
    {
        const string Code = """
            using A.B;
            using Skiff;
            sealed class Ops : IOps
            {
                public static Result<uint, string> F() => "failed";
                public static Result<Unit, Ops_.Reason> G() => Result<Unit, Ops_.Reason>.Fail(Ops_.Reason.Bad);
                public static Result<Unit, Unit> H() => default;
                public static uint Plain() => 1;
            }
            sealed class Things : Ops_.IThing, Ops_.IThingFactory
            {
                public Result<string, Unit> Name() => "thing";
                public static Result<Ops_.IThing, string> Create() => new Things();
            }
            """;
        GeneratedCode.Of(
            [
                new(
                    "/wit/test.wit",
                    """
                    package a:b;
                    interface ops {
                        enum reason { bad }
                        resource thing { constructor() -> result<thing, string>; name: func() -> result<string>; }
                        f: func() -> result<u32, string>;
                        g: func() -> result<_, reason>;
                        h: func() -> result;
                        plain: func() -> u32;
                    }
                    world w { export ops; }
                    """,
                    results: true),
            ],
            Code.Replace("Ops_", "A.B.Ops", StringComparison.Ordinal)).Clean();
    }

    [Fact]
    public void A_type_of_the_project_hides_no_name_of_generated_code()
    {
        GeneratedCode code = GeneratedCode.Of(
            "package a:b; interface i { f: func(text: string) -> result<u32, string>; } world w { import i; }",
            "namespace A.B { class Slice { } struct Result { } delegate void Lift(); enum CallMemory { } }").Clean();

        Assert.Contains("global::Skiff.Result<uint, string>", code.Text, StringComparison.Ordinal);
    }
}
